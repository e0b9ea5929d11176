import { expect, test } from 'vitest'

import type { Coded, Step } from './recorded-calls.ts'
import { relevantSteps } from './relevant-steps.ts'

const call = (at: Step['at'], gave: Coded, args: Coded[] = []): Step => ({
  do: 'call',
  at,
  args,
  outcome: { gave },
})

/** Two counters that have nothing to do with each other, called in turns. */
function twoCounters(turns: number): Step[] {
  const calls = Array.from({ length: turns }, (_, turn) => call({ of: turn % 2, key: 'up' }, turn))
  return [call('create', ['r', 0]), call('create', ['r', 1]), ...calls]
}

test('a short conversation is kept whole', () => {
  expect(relevantSteps(twoCounters(10))).toEqual(twoCounters(10))
})

test('of a long one that what it is about is kept, from the first step on', () => {
  const kept = relevantSteps(twoCounters(100))
  expect(kept).toHaveLength(51)
  expect(kept[0]).toEqual(call('create', ['r', 1]))
  expect(kept.at(-1)).toEqual(call({ of: 1, key: 'up' }, 99))
})

test('what was handed over belongs to whoever handed it over', () => {
  const start: Step = { ...call({ of: 1, key: 'start' }, ['u']), asks: [timer(7)] }
  const steps = [...twoCounters(60), start, call(7, ['u']), call({ of: 1, key: 'stop' }, ['u'])]
  expect(relevantSteps(steps).slice(-3)).toEqual(steps.slice(-3))
  expect(relevantSteps(steps)).toHaveLength(34)
})

test('a question with nothing but data stands alone', () => {
  const steps = [call('majority', 2, [3]), call('majority', 2, [4])]
  expect(relevantSteps(steps)).toEqual([call('majority', 2, [4])])
})

function timer(callback: number): NonNullable<Step['asks']>[number] {
  return { of: 100, args: [['r', callback], 5], outcome: { gave: 1 } }
}
