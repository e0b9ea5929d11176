import { expect, test } from 'vitest'

import { captionsOf, marksOf } from './captions.ts'
import { smallTrace } from './small-trace.ts'

const time = { at: 10, for: 50 }
const trace = smallTrace({
  healedAt: 90,
  events: [
    { at: 10, kind: 'fault', fault: 0, what: { ...time, kind: 'pause', node: 'a' } },
    { at: 20, kind: 'fault', fault: 1, what: { ...time, kind: 'ring' } },
    { at: 30, kind: 'fault', fault: 2, what: { at: 30, kind: 'clock-jump', node: 'a', byMs: 5 } },
    { at: 40, kind: 'fault-ends', fault: 0 },
    { at: 50, kind: 'fault', fault: 3, what: { ...time, kind: 'isolate', node: 'b' } },
    { at: 90, kind: 'heal' },
  ],
})

test('faults are marks in rows that do not overlap, and last until they end or all is healed', () => {
  const faults = marksOf(trace).map(({ kind, at, until, row }) => [kind, at, until, row])
  expect(faults).toEqual([
    ['fault', 10, 40, 0],
    ['fault', 20, 90, 1],
    ['fault', 30, 30, 2],
    ['fault', 50, 90, 0],
    ['heal', 90, 90, 0],
  ])
})

test('a run in which nothing was broken says so at its end', () => {
  expect(captionsOf(trace).at(-1)?.text).toBe('the run ends, and nothing was broken')
})

test('a link that is cut both ways is told once and is one mark', () => {
  const both = smallTrace({
    events: [
      { at: 10, kind: 'fault', fault: 0, what: { ...time, kind: 'cut', from: 'a', to: 'b' } },
      { at: 10, kind: 'fault', fault: 1, what: { ...time, kind: 'cut', from: 'b', to: 'a' } },
      { at: 60, kind: 'fault-ends', fault: 0 },
      { at: 60, kind: 'fault-ends', fault: 1 },
    ],
  })
  const said = new Map(captionsOf(both).map(({ at, text }) => [at, text]))
  expect([said.get(10), said.get(60)]).toEqual(['cut a ↔ b', 'over: cut a ↔ b'])
  expect(marksOf(both)).toEqual([{ kind: 'fault', at: 10, until: 60, row: 0 }])
})

test('what is over at once is told, and never that it is over', () => {
  const lost = smallTrace({
    events: [
      { at: 10, kind: 'fault', fault: 0, what: { ...time, kind: 'ring' } },
      {
        at: 20,
        kind: 'fault',
        fault: 1,
        what: { kind: 'lose-message', from: 'a', to: 'b', nth: 3, afterMs: 1 },
      },
      { at: 60, kind: 'fault-ends', fault: 0 },
    ],
  })
  const said = captionsOf(lost).map(({ at, text }) => [at, text])
  expect(said).toContainEqual([
    20,
    'lose the 3rd message a → b · let servers hear only their two neighbours',
  ])
  expect(said).toContainEqual([60, 'over: let servers hear only their two neighbours'])
  expect(marksOf(lost).map(({ at, until }) => [at, until])).toEqual([
    [10, 60],
    [20, 20],
  ])
})
