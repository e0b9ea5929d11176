import { settled, VirtualTime } from '@five-pillars/simulator'
import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

import type { Cache, CacheOptions } from '../src/cache.ts'

describe('keeping', () => {
  test('the second get finds what the first has loaded', async () => {
    const { cache, load, loads } = open()
    expect(await cache.get('A', load)).toBe('value 1')
    expect(await cache.get('A', load)).toBe('value 1')
    expect(loads()).toBe(1)
  })

  test('after ttlMs it is loaded anew', async () => {
    const { cache, load, time } = open({ ttlMs: 100 })
    await cache.get('A', load)
    await time.pass(100)
    expect(await cache.get('A', load)).toBe('value 2')
  })
})

describe('loading', () => {
  test('two who ask at once share one load', async () => {
    const { cache, load, loads } = open()
    const both = [cache.get('A', load), cache.get('A', load)]
    expect(await Promise.all(both)).toEqual(['value 1', 'value 1'])
    expect(loads()).toBe(1)
  })
})

describe('invalidating', () => {
  test('what was invalidated is loaded anew', async () => {
    const { cache, load } = open()
    await cache.get('A', load)
    cache.invalidate('A')
    expect(await cache.get('A', load)).toBe('value 2')
  })
})

describe('room', () => {
  test('of three values two are held', async () => {
    const { cache, load } = open({ capacity: 2 })
    for (const key of ['A', 'B', 'C']) await cache.get(key, load)
    expect(cache.size()).toBe(2)
  })
})

describe('stale', () => {
  test('the old value is given while a new one is loaded', async () => {
    const { cache, load, loads, time } = open({ ttlMs: 100, staleMs: 50 })
    await cache.get('A', load)
    await time.pass(120)
    expect(await cache.get('A', load)).toBe('value 1')
    await settled()
    expect(loads()).toBe(2)
    expect(await cache.get('A', load)).toBe('value 2')
  })
})

interface Room {
  cache: Cache<string>
  time: VirtualTime
  /** Brings `value 1`, `value 2` and so on. */
  load: () => Promise<string>
  loads: () => number
}

function open(options: Partial<CacheOptions> = {}): Room {
  const time = new VirtualTime()
  const cache = subject.createCache<string>({ capacity: 10, ttlMs: 1000, ...options }, time.clock)
  let loads = 0
  return { cache, time, load: () => Promise.resolve(`value ${++loads}`), loads: () => loads }
}
