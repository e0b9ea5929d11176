import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'

import { decisionPlace, decisionPlaces } from '@five-pillars/content'
import type { DecisionPlace } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import { askDialog, isEnd } from '../ask/ask-dialog.ts'
import { formatEnd } from '../ask/format-end.ts'
import { reviewDialog } from '../review/review-dialog.ts'
import { atLines } from './at-lines.ts'
import type { Dialog } from './dialog.ts'

const screen = { columns: 80, color: false }
const hasTalks = true

/** What somebody gets who types these lines into a pipe. */
async function typed<State>(
  dialog: Dialog<State>,
  lines: readonly string[],
): Promise<{ state: State; printed: string }> {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(lines.map((line) => `${line}\n`).join(''))
  const printed = text(output)
  const state = await atLines(dialog, { input, output, screen, now: () => 0 })
  output.end()
  return { state, printed: await printed }
}

/** The numbers of the answers that lead to a place. */
function numbersTo({ trail }: DecisionPlace): readonly string[] {
  return trail.map(({ question, branch }) => String(question.branches.indexOf(branch) + 1))
}

describe('asking without a terminal', () => {
  const ask = askDialog(decisionPlace(), { hasTalks })

  test.each(decisionPlaces.filter(isEnd))('$id is reached by its answers', async (place) => {
    const { state, printed } = await typed(ask, numbersTo(place))
    expect(state).toBe(place)
    for (const { question } of place.trail) expect(printed).toContain(question.text)
    const said = ask.lastWords(state, screen)
    expect(said).toBe(`${formatEnd(place, { ...screen, hasTalks }).join('\n')}\n`)
  })

  test('back and restart lead back, and what is no answer is told', async () => {
    const { state, printed } = await typed(ask, ['1', 'b', '9', 'what?', '', '3', 'restart', '3'])
    expect(state.id).toBe('lost')
    expect(printed).toContain('There is no "9". There are: 1 to 6, back, restart, quit.')
    expect(printed).toContain('There is no "what?".')
  })

  test('who stops on the way is told how to go on', async () => {
    const { state } = await typed(ask, ['3', 'quit', '1'])
    expect(ask.lastWords(state, screen)).toContain('Go on with: npx five-pillars ask lost\n')
    const none = await typed(ask, [])
    expect(none.state).toBe(decisionPlace())
  })
})

test('a review without a terminal is over with its last answer', async () => {
  const review = reviewDialog({ length: 'short', startMs: null })
  const { state, printed } = await typed(review, [...Array.from({ length: 15 }, () => '3'), 'x'])
  expect(Object.values(state.answers)).toEqual(Array.from({ length: 15 }, () => 'unknown'))
  expect(printed).toContain('Intelligence · 15 of 15')
  expect(printed).not.toContain('There is no')
})
