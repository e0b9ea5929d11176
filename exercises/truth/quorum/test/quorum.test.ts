import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

const abc = new Set(['A', 'B', 'C'])

describe('arithmetic', () => {
  test('a majority of three is two, of five it is three', () => {
    expect(subject.majority(3)).toBe(2)
    expect(subject.majority(5)).toBe(3)
  })

  test('two and two of three always meet', () => {
    expect(subject.overlaps(3, 2, 2)).toBe(true)
  })
})

describe('counting', () => {
  test('two of three are enough', () => {
    const acks = [
      { replica: 'A', ok: true },
      { replica: 'C', ok: true },
    ]
    expect(subject.hasQuorum(acks, abc, 2)).toBe(true)
  })

  test('a collector waits for the second of two', () => {
    const collector = subject.createCollector(abc, 2)
    expect(collector.offer('A', true)).toBe('pending')
    expect(collector.offer('C', true)).toBe('reached')
  })
})

describe('reading', () => {
  test('the newer of two values wins, and the other replica is stale', () => {
    const replies = [
      { id: 'A', ts: 2, value: 'new' },
      { id: 'B', ts: 1, value: 'old' },
    ]
    const got = subject.newest(replies, 2)
    expect(got?.value).toBe('new')
    expect(got?.stale).toEqual(['B'])
  })

  test('one reply is not enough for two', () => {
    expect(subject.newest([{ id: 'A', ts: 2, value: 'new' }], 2)).toBeNull()
  })
})
