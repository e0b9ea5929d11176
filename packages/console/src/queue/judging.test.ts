import { once } from 'node:events'
import { EventEmitter } from 'node:events'

import { describe, expect, test } from 'vitest'

import { NotKept } from '../store/database.ts'
import { FairQueue } from './fair-queue.ts'
import type { Waiting } from './fair-queue.ts'
import { JudgeGone } from './judge-link.ts'
import type { Judge } from './judge-link.ts'
import type { Answered } from './judge-message.ts'
import { Judging } from './judging.ts'
import type { Ending } from './judging.ts'

function one(learner: string, key: string, exercise = 'quorum'): Waiting {
  return { id: `${learner} ${key}`, learner, exercise, key }
}

/** Lanes over a judge that answers what the test says, when it says it. */
function lanes(
  count: number,
  { keep = () => {} }: { keep?: () => void } = {},
): {
  queue: FairQueue
  judging: Judging
  /** Keys in the order in which they were asked for; `asked` and `ended` are emitted. */
  asked: string[]
  ended: [string, Ending][]
  troubles: (string | null)[]
  events: EventEmitter
  answer: (key: string, answered: Answered | Error) => void
} {
  const queue = new FairQueue()
  const events = new EventEmitter()
  const asked: string[] = []
  const ended: [string, Ending][] = []
  const troubles: (string | null)[] = []
  const open = new Map<string, PromiseWithResolvers<Answered>>()
  const judge: Judge = {
    ask(question) {
      const key = question.kind === 'judge' ? question.source : ''
      const answered = Promise.withResolvers<Answered>()
      open.set(key, answered)
      asked.push(key)
      events.emit('asked')
      return answered.promise
    },
    pid: undefined,
    isClosed: false,
    close() {},
  }
  const judging = new Judging({
    queue,
    judge,
    lanes: count,
    jobOf: ({ key, exercise }) => ({ slug: exercise, exerciseDir: '', source: key }),
    onTaken: () => {},
    onEnded(all, ending) {
      keep()
      ended.push(...all.map(({ id }): [string, Ending] => [id, ending]))
      events.emit('ended')
    },
    onBack(all) {
      for (const back of all) queue.putBack(back)
    },
    onTrouble: (why) => void troubles.push(why),
  })
  return {
    queue,
    judging,
    asked,
    ended,
    troubles,
    events,
    answer(key, answered) {
      const waiting = open.get(key)
      if (answered instanceof Error) waiting?.reject(answered)
      else waiting?.resolve(answered)
    },
  }
}

const damaged = { kind: 'damaged', job: 0, why: 'no suite' } as const

describe('lanes', () => {
  test('judge the same source once, whoever sends it and whenever', async () => {
    const { queue, judging, asked, ended, events, answer } = lanes(2)
    queue.add(one('ada', 'same'))
    queue.add(one('bob', 'same'))
    queue.add(one('cy', 'other'))
    judging.fill()
    expect(asked).toEqual(['same', 'other'])
    expect(judging.joins(one('dee', 'same'))).toBe(true)
    expect(judging.joins(one('dee', 'new'))).toBe(false)
    expect([judging.size, queue.size]).toEqual([4, 0])
    answer('same', damaged)
    await once(events, 'ended')
    expect(ended.map(([id]) => id)).toEqual(['ada same', 'bob same', 'dee same'])
  })

  test('are as many as there are, and the next one comes when one is free', async () => {
    const { queue, judging, asked, events, answer } = lanes(1)
    queue.add(one('ada', 'first'))
    queue.add(one('bob', 'second'))
    judging.fill()
    judging.fill()
    expect(asked).toEqual(['first'])
    answer('first', damaged)
    await once(events, 'asked')
    expect(asked).toEqual(['first', 'second'])
  })

  test('whose judge ended judge the same one again, and give it up after some times', async () => {
    const { queue, judging, asked, ended, events, answer } = lanes(1)
    queue.add(one('ada', 'poison'))
    judging.fill()
    for (let end = 1; end < 5; end += 1) {
      answer('poison', new JudgeGone(true))
      await once(events, 'asked')
    }
    answer('poison', new JudgeGone(true))
    await once(events, 'ended')
    expect(asked).toHaveLength(5)
    expect(ended[0]?.[1]).toMatchObject({ kind: 'not-judged' })
  })

  test('whose judge does not start say so, and blame no submission', async () => {
    const { queue, judging, troubles, ended, answer } = lanes(1)
    queue.add(one('ada', 'first'))
    judging.fill()
    answer('first', new JudgeGone(false))
    await expect.poll(() => queue.size).toBe(1)
    expect(troubles).toEqual(['The judge does not start.'])
    expect(ended).toEqual([])
    judging.close()
  })

  test('keep what was judged until it can be written, and judge it once', async () => {
    let isFull = true
    const { queue, judging, asked, ended, events, answer } = lanes(1, {
      keep() {
        if (isFull) throw new NotKept('full', undefined)
      },
    })
    queue.add(one('ada', 'first'))
    judging.fill()
    answer('first', damaged)
    await expect.poll(() => judging.size).toBe(1)
    isFull = false
    await once(events, 'ended')
    expect([asked.length, ended.length]).toEqual([1, 1])
  })
})
