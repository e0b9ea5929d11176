import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { FairQueue } from './fair-queue.ts'
import type { Waiting } from './fair-queue.ts'

function one(learner: string, exercise: string, id = `${learner}-${exercise}`): Waiting {
  return { id, learner, exercise, key: id }
}

const learners = ['ada', 'bob', 'cy', 'dee']
const exercises = ['quorum', 'hash-ring', 'autoscaler']

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('add' as const),
      learner: fc.constantFrom(...learners),
      exercise: fc.constantFrom(...exercises),
    }),
    fc.record({ kind: fc.constant('take' as const) }),
  ),
  { maxLength: 60 },
)

/** A queue after some steps, with all that was taken from it. */
function played(all: typeof steps extends fc.Arbitrary<infer Steps> ? Steps : never): FairQueue {
  const queue = new FairQueue()
  for (const [index, step] of all.entries()) {
    if (step.kind === 'add') queue.add(one(step.learner, step.exercise, `s${index}`))
    else queue.take()
  }
  return queue
}

describe('the line', () => {
  test('a place is the number of turns until it is taken', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const queue = played(all)
        const places = new Map(queue.all().map(({ id }) => [id, queue.place(id)]))
        for (let turn = 1; queue.size > 0; turn += 1) {
          expect(places.get(queue.take()?.id ?? '')).toBe(turn)
        }
      }),
    )
  })

  test('nobody is served twice while somebody waits', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const queue = played(all)
        const order: string[] = []
        while (queue.size > 0) {
          const others = new Set(queue.all().map(({ learner }) => learner))
          const { learner = '' } = queue.take() ?? {}
          others.delete(learner)
          const last = order.lastIndexOf(learner)
          // Whoever waits now has waited since before, and has had a turn in between.
          const between = new Set(last === -1 ? others : order.slice(last + 1))
          expect([...others].filter((other) => !between.has(other))).toEqual([])
          order.push(learner)
        }
      }),
    )
  })

  test('of one learner and exercise only the newest waits', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const pairs = played(all)
          .all()
          .map(({ learner, exercise }) => `${learner}/${exercise}`)
        expect(new Set(pairs).size).toBe(pairs.length)
      }),
    )
  })
})

describe('in the line', () => {
  test('whoever sends a hundred waits no less than whoever sends one', () => {
    const queue = new FairQueue()
    for (const exercise of exercises) queue.add(one('ada', exercise))
    queue.add(one('bob', 'quorum'))
    expect(queue.place('bob-quorum')).toBe(2)
    expect([queue.take()?.id, queue.take()?.id]).toEqual(['ada-quorum', 'bob-quorum'])
  })

  test('a newer one takes the place of the older one', () => {
    const queue = new FairQueue()
    queue.add(one('ada', 'quorum', 'first'))
    queue.add(one('bob', 'quorum'))
    expect(queue.add(one('ada', 'quorum', 'second'))?.id).toBe('first')
    expect(queue.place('second')).toBe(1)
    expect(queue.place('first')).toBeUndefined()
  })

  test('what came to no end is next again, unless a newer one waits', () => {
    const queue = new FairQueue()
    queue.add(one('ada', 'quorum', 'first'))
    queue.add(one('bob', 'quorum'))
    const taken = queue.take()
    if (taken === undefined) throw new Error('nothing was taken')
    queue.putBack(taken)
    expect(queue.place('first')).toBe(1)
    const again = queue.take()
    queue.add(one('ada', 'quorum', 'second'))
    if (again !== undefined) queue.putBack(again)
    expect(
      queue
        .all()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['bob-quorum', 'second'])
  })
})
