import fc from 'fast-check'
import { expect, test } from 'vitest'

import { aVerdict } from '../a-verdict.ts'
import { hostileText } from './hostile.ts'
import { seen } from './seen.ts'
import { verdictMarkdown } from './verdict-markdown.ts'

/** Blocks of code as CommonMark finds them, and the lines outside. */
function blocksIn(markdown: string): { blocks: string[]; outside: string[] } {
  const blocks: string[] = []
  const outside: string[] = []
  let fence = ''
  let block: string[] = []
  for (const line of markdown.split('\n')) {
    const [, ticks = ''] = /^ {0,3}(`{3,})[^`]*$/.exec(line) ?? []
    if (fence === '') {
      fence = ticks
      if (ticks === '') outside.push(line)
    } else if (ticks.length >= fence.length && /^ {0,3}`+[ \t]*$/.test(line)) {
      blocks.push(block.join('\n'))
      block = []
      fence = ''
    } else block.push(line)
  }
  expect(fence).toBe('')
  return { blocks, outside }
}

test('the score, the promises, and the first that is broken with its story', () => {
  const verdict = aVerdict({
    state: 'failed',
    got: 'A got another turn: C had none in between.\n  add A, add C, acquire → A',
    frames: ['src/tally.ts:12:5'],
  })
  const diagram = 'sequenceDiagram\n  a->>b: ask'
  expect(`\n${verdictMarkdown(verdict, { submission: 'ada.ts', diagram })}`).toMatchInlineSnapshot(`
    "
    ## ✗ tally: failed, 6 of 12 points, graded

    |  | promise | kind | points |
    | --- | --- | --- | ---: |
    | ✗ | The tally counts each word, however often and in whatever order it came. | safety | 0 of 6 |
    | ✓ | The tally lists each word, however often and in whatever order it came. | safety | 6 of 6 |

    **Broken promise: The tally counts each word, however often and in whatever order it came.**

    \`\`\`text
    A got another turn: C had none in between.
      add A, add C, acquire → A
    at src/tally.ts:12:5
    \`\`\`

    \`\`\`mermaid
    sequenceDiagram
      a->>b: ask
    \`\`\`

    Again:

    \`\`\`sh
    npx five-pillars judge tally --submission ada.ts --seed 5
    \`\`\`
    "
  `)
})

test('a pass is a table', () => {
  expect(`\n${verdictMarkdown(aVerdict({ state: 'passed' }))}`).toMatchInlineSnapshot(`
    "
    ## ✓ tally: 12 of 12 points, graded

    |  | promise | kind | points |
    | --- | --- | --- | ---: |
    | ✓ | The tally counts each word, however often and in whatever order it came. | safety | 6 of 6 |
    | ✓ | The tally lists each word, however often and in whatever order it came. | safety | 6 of 6 |
    "
  `)
})

test('whatever a submission says stands in one block', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (got, submission) => {
      const markdown = verdictMarkdown(aVerdict({ state: 'failed', got }), { submission })
      const { blocks, outside } = blocksIn(markdown)
      expect(blocks).toHaveLength(2)
      expect(blocks[0]).toBe(seen(got))
      const plain = blocksIn(verdictMarkdown(aVerdict({ state: 'failed', got: 'No.' })))
      expect(outside).toEqual(plain.outside)
    }),
  )
})

test('a name ends no cell and opens no tag', () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const [promise] = aVerdict({ state: 'passed' }).promises
      if (promise === undefined) throw new Error('there is a promise')
      const promises = [{ ...promise, text: name }]
      const markdown = verdictMarkdown({ ...aVerdict({ state: 'passed' }), promises })
      const row = markdown.split('\n')[4] ?? ''
      expect(row.replaceAll(/\\./g, '').split('|')).toHaveLength(6)
      expect(row.replaceAll(/\\./g, '')).not.toMatch(/[<>`]/)
    }),
  )
})
