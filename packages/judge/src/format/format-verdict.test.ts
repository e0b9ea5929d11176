import { stripVTControlCharacters } from 'node:util'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { aVerdict } from '../a-verdict.ts'
import { verdictStates } from '../verdict.ts'
import { formatVerdict } from './format-verdict.ts'
import { hostileText } from './hostile.ts'

const notPassed = verdictStates.filter((state) => state !== 'passed')
const columns = fc.integer({ min: 40, max: 120 })

test('a verdict that is not passed has at most twelve lines, none but the command wider than the terminal', () => {
  const texts = fc.string({ maxLength: 900 })
  const logs = fc.array(texts, { maxLength: 20 })
  fc.assert(
    fc.property(
      fc.constantFrom(...notPassed),
      texts,
      logs,
      columns,
      fc.constantFrom([], ['Brief: README.md:38'], ['Brief: README.md:38', 'Slide: truth, “A”']),
      (state, got, console, width, explained) => {
        const verdict = aVerdict({ state, got, console, frames: ['src/tally.ts:3:7'] })
        const options = { columns: width, color: false, explained }
        const lines = formatVerdict(verdict, options).trimEnd().split('\n')
        expect(lines.length).toBeLessThanOrEqual(12)
        for (const line of lines.slice(0, -1)) expect(line.length).toBeLessThanOrEqual(width)
        expect(lines.slice(-1 - explained.length, -1)).toEqual(explained.map((line) => `  ${line}`))
        expect(lines.at(-1)).toMatch(/^  Again: npx five-pillars judge \S+( --seed \d+)?$/)
      },
    ),
  )
})

test('colour adds nothing but colour', () => {
  fc.assert(
    fc.property(fc.constantFrom(...verdictStates), columns, (state, width) => {
      const verdict = aVerdict({ state, got: 'A happened.' })
      const plain = formatVerdict(verdict, { columns: width, color: false })
      const coloured = formatVerdict(verdict, { columns: width, color: true })
      expect(stripVTControlCharacters(coloured)).toBe(plain)
    }),
  )
})

test('a broken promise is told with what happened, where, and how to see it again', () => {
  const verdict = aVerdict({
    state: 'failed',
    got: 'A got another turn: C had none in between.\n  add A, add C, acquire → A, acquire → A',
    frames: ['src/tally.ts:12:5'],
    console: ['turn of A', 'turn of A again'],
  })
  expect(formatVerdict(verdict, { columns: 60, color: false })).toMatchInlineSnapshot(`
    "✗ tally  failed  6 of 12 points, graded

      Broken promise: The tally counts each word, however often
      and in whatever order it came.

      A got another turn: C had none in between.
        add A, add C, acquire → A, acquire → A

      Logged in "tally > counts": turn of A
      Logged in "tally > counts": turn of A again
      at src/tally.ts:12:5
      Again: npx five-pillars judge tally --seed 5
    "
  `)
})

test('where it is explained takes empty lines first, and then the middle of a run', () => {
  const events = Array.from({ length: 9 }, (_, index) => `  ${index} ms checker: up ${index}`)
  const got = ['no fault at all → at 8 ms D was up', '', ...events].join('\n')
  const explained = ['Promise 11: README.md:49', 'Page 3 of control-handout.pdf: “One”']
  const options = { columns: 60, color: false, explained, again: 'press r' }
  expect(formatVerdict(aVerdict({ state: 'failed', got }), options)).toMatchInlineSnapshot(`
    "✗ tally  failed  6 of 12 points, graded
      Broken promise: The tally counts each word, however often
      and in whatever order it came.
      no fault at all → at 8 ms D was up
        0 ms checker: up 0
        … 5 more lines
        6 ms checker: up 6
        7 ms checker: up 7
        8 ms checker: up 8
      Promise 11: README.md:49
      Page 3 of control-handout.pdf: “One”
      Again: press r
    "
  `)
})

test('a verdict that is passed shows the points of each promise', () => {
  const verdict = aVerdict({ state: 'passed' })
  expect(formatVerdict(verdict, { columns: 60, color: false })).toMatchInlineSnapshot(`
    "✓ tally  12 of 12 points, graded

      ✓ The tally counts each word, however often and in  6 of 6
        whatever order it came.
      ✓ The tally lists each word, however often and in   6 of 6
        whatever order it came.
    "
  `)
})

test('nothing that a submission says is a command to a terminal or to a runner of GitHub', () => {
  fc.assert(
    fc.property(hostileText, columns, (text, width) => {
      const verdict = aVerdict({ state: 'failed', got: text, console: [text] })
      const printed = formatVerdict(verdict, { columns: width, color: false })
      expect(printed).not.toMatch(/^\s*::|##\[/m)
      expect(printed).not.toMatch(/[^\P{Cc}\n\t]/u)
    }),
  )
})

test('the command names the file as its judge did, in quotes where a shell needs them', () => {
  expect(commandOf('~/Downloads/ada.ts')).toContain(' --submission ~/Downloads/ada.ts')
  expect(commandOf('Grüße an/ada.ts')).toContain(' --submission "Grüße an/ada.ts"')
})

test('a simulated run is played again by its token', () => {
  const verdict = aVerdict({ state: 'failed', got: 'Two leaders.' })
  const tests = verdict.tests.map((each) => ({ ...each, replay: 'eyJraXQ.1a2b' }))
  const text = formatVerdict({ ...verdict, tests }, { columns: 40, color: false })
  expect(text).toContain('Again: npx five-pillars check tally --replay eyJraXQ.1a2b\n')
})

function commandOf(submission: string): string | undefined {
  return formatVerdict(aVerdict({ state: 'failed' }), { columns: 40, color: false, submission })
    .trimEnd()
    .split('\n')
    .at(-1)
}
