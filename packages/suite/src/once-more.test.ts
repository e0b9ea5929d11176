import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { BrokenPromise, NotDeterministic } from './broken-promise.ts'
import { holds, holdsLater } from './holds.ts'
import { errorOf, onceMoreLater, recordFailures } from './once-more.ts'

/** Hears how often something is called. */
function hearing(): { start(): void; stop(): unknown; heard: string[] } {
  const heard: string[] = []
  return { heard, start: () => void heard.push('start'), stop: () => heard.splice(0).join(' ') }
}

afterEach(() => recordFailures(undefined))

function thrownBy(act: () => void): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('without a recorder nothing is run twice', () => {
  const tried = vi.fn<(n: number) => void>(() => {
    throw new BrokenPromise('no')
  })
  expect(() => holds([fc.constant(1)], tried)).toThrow('no')
  expect(tried).toHaveBeenCalledTimes(1)
})

describe('with a recorder', () => {
  test('the smallest case alone is heard, and goes along with its error', () => {
    const recorder = hearing()
    recordFailures(recorder)
    const error = thrownBy(() =>
      holds([fc.nat()], (n) => {
        recorder.heard.push(String(n))
        if (recorder.heard[0] !== 'start') recorder.heard.length = 0
        if (n > 7) throw new BrokenPromise('too much')
      }),
    )
    expect(error).toBeInstanceOf(BrokenPromise)
    expect(error).toHaveProperty('calls', 'start 8')
  })

  test.for([
    ['goes well', () => {}],
    ['goes wrong in another way', () => broken('second')],
  ] as const)('a case that %s the second time is not deterministic', async ([, second]) => {
    recordFailures(hearing())
    const story =
      /^first\nOnce more from the start, the same calls went another way\.\nreplay: seed/
    let calls = 0
    const now = thrownBy(() =>
      holds([fc.constant(1)], () => (calls++ === 0 ? broken('first') : second())),
    )
    expect(now).toBeInstanceOf(NotDeterministic)
    expect(now).toHaveProperty('message', expect.stringMatching(story))
    calls = 0
    const later = holdsLater([fc.constant(1)], async () =>
      calls++ === 0 ? broken('first') : second(),
    )
    await expect(later).rejects.toThrow(story)
  })

  test('what was looked at is not looked at again, and a world tells of itself', async () => {
    const recorder = hearing()
    recordFailures(recorder)
    const again = vi.fn<() => void>(() => broken('story'))
    const told = errorOf(await onceMoreLater(new BrokenPromise('story'), again))
    expect(told).toHaveProperty('calls', 'start')
    expect(errorOf(await onceMoreLater(told, again))).toBe(told)
    const ofWorld = Object.assign(new BrokenPromise('story'), { replay: 'token' })
    expect(errorOf(await onceMoreLater(ofWorld, again))).toBe(ofWorld)
    expect(again).toHaveBeenCalledTimes(1)
  })
})

function broken(story: string): never {
  throw new BrokenPromise(story)
}
