import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

const options = { leaseMs: 100, maxAttempts: 3, capacity: 3, backupFactor: 2 }

describe('handing out', () => {
  test('what is submitted is leased', () => {
    const queue = subject.createTaskQueue<string>(options)
    expect(queue.submit('resize', 'cat.png')).toBe('accepted')
    expect(queue.stats()).toEqual({ queued: 1, leased: 0, done: 0, dead: 0 })
    expect(queue.lease('ann', 0)).toMatchObject({ id: 'resize', payload: 'cat.png', deadline: 100 })
    expect(queue.lease('bob', 0)).toBeNull()
  })

  test('the fourth task finds the queue full', () => {
    const queue = subject.createTaskQueue<number>(options)
    for (const id of ['a', 'b', 'c']) expect(queue.submit(id, 1)).toBe('accepted')
    expect(queue.submit('d', 1)).toBe('full')
    expect(queue.submit('a', 1)).toBe('duplicate')
  })
})

describe('leases', () => {
  test('a result makes a task done, once', () => {
    const queue = subject.createTaskQueue<number>(options)
    queue.submit('a', 1)
    const token = queue.lease('ann', 0)?.token ?? NaN
    expect(queue.complete('a', token, 'ok', 50)).toBe('done')
    expect(queue.complete('a', token, 'ok', 60)).toBe('already-done')
    expect(queue.stats()).toEqual({ queued: 0, leased: 0, done: 1, dead: 0 })
  })

  test('an expired lease is handed out again, and its token is stale', () => {
    const queue = subject.createTaskQueue<number>(options)
    queue.submit('a', 1)
    const old = queue.lease('ann', 0)?.token ?? NaN
    queue.tick(100)
    expect(queue.lease('bob', 110)?.id).toBe('a')
    expect(queue.complete('a', old, 'late', 120)).toBe('stale')
  })
})

describe('backups', () => {
  test('what runs more than twice the average gets a second copy', () => {
    const queue = subject.createTaskQueue<number>(options)
    queue.submit('a', 1)
    queue.complete('a', queue.lease('ann', 0)?.token ?? NaN, 'ok', 10)
    queue.submit('b', 2)
    queue.lease('ann', 10)
    expect(queue.lease('bob', 20)).toBeNull()
    expect(queue.lease('bob', 40)?.id).toBe('b')
  })
})
