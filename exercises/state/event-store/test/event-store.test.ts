import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

const options = {
  upcast: String,
  init: 0,
  apply: (count: number) => count + 1,
}

describe('appending', () => {
  test('events get the versions 1 and 2', () => {
    const store = subject.createEventStore(options)
    expect(store.append('cart', 0, ['soup', 'salad'], 'c1')).toEqual({ version: 2 })
    expect(store.read('cart')).toEqual([
      { version: 1, event: 'soup' },
      { version: 2, event: 'salad' },
    ])
  })

  test('of two writers at version 0 one wins', () => {
    const store = subject.createEventStore(options)
    expect(store.append('cart', 0, ['soup'], 'c1')).toEqual({ version: 1 })
    expect(store.append('cart', 0, ['salad'], 'c2')).toEqual({ conflict: 1 })
  })
})

describe('restoring', () => {
  test('two events come to two', () => {
    const store = subject.createEventStore(options)
    store.append('cart', 0, ['soup', 'salad'], 'c1')
    expect(store.restore('cart')).toEqual({ version: 2, state: 2 })
  })
})

describe('projecting', () => {
  test('an event that comes twice counts once', () => {
    const sum = subject.project(0, (total: number, n: number) => total + n)
    sum.handle(1, 5)
    sum.handle(1, 5)
    expect([sum.position(), sum.state()]).toEqual([1, 5])
  })

  test('the next event is added', () => {
    const sum = subject.project(0, (total: number, n: number) => total + n)
    sum.handle(1, 5)
    sum.handle(2, 3)
    expect([sum.position(), sum.state()]).toEqual([2, 8])
  })
})
