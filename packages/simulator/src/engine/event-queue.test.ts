import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { EventQueue } from './event-queue.ts'
import { newAct } from './sim-event.ts'
import type { SimEvent } from './sim-event.ts'

/** Times near each other, and times further apart than 32 bits can say. */
const arbitraryTime = fc.oneof(fc.nat(5), fc.nat(100_000), fc.nat(2 ** 40), fc.constant(Infinity))

const arbitraryEntry = fc.record({ at: arbitraryTime, tie: fc.integer({ min: -2, max: 2 }) })

function planned({ at, tie }: { at: number; tie: number }, number: number): SimEvent<string> {
  return { ...newAct<string>(at, tie, undefined, () => {}, undefined), number }
}

function inOrder(events: readonly SimEvent<string>[]): SimEvent<string>[] {
  return events.toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1
    return a.tie - b.tie || a.number - b.number
  })
}

describe('the queue', () => {
  test('holds everything until it is taken', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry), (entries) => {
        const queue = new EventQueue<string>()
        const all = entries.map(planned)
        for (const each of all) queue.push(each)
        expect(new Set(queue)).toEqual(new Set(all))
        const taken = all.map(() => queue.pop()?.number)
        expect(taken).toEqual(inOrder(all).map(({ number }) => number))
        expect([...queue]).toEqual([])
      }),
    )
  })

  test('takes in what is planned after somebody has looked, be it before what was next', () => {
    const act = fc.oneof(arbitraryEntry, fc.constantFrom('look' as const, 'take' as const))
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const queue = new EventQueue<string>()
        let left: SimEvent<string>[] = []
        const seen: (number | undefined)[] = []
        const wanted: (number | undefined)[] = []
        for (const [number, each] of acts.entries()) {
          if (typeof each !== 'string') {
            const event = planned(each, number)
            queue.push(event)
            left = inOrder([...left, event])
          } else {
            seen.push((each === 'look' ? queue.peek() : queue.pop())?.number)
            wanted.push((each === 'look' ? left[0] : left.shift())?.number)
          }
        }
        expect(seen).toEqual(wanted)
      }),
    )
  })
})
