import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

describe('counter', () => {
  test('two nodes count apart and together', () => {
    const { pnCounter } = subject
    const a = pnCounter.apply(pnCounter.init(), { add: 2 }, 'A')
    const b = pnCounter.apply(pnCounter.init(), { add: -1 }, 'B')
    expect(pnCounter.value(pnCounter.merge(a, b))).toBe(1)
  })
})

describe('set', () => {
  test('what was added is in it, and what was removed is not', () => {
    const { orSet } = subject
    const added = orSet.apply(orSet.init(), { add: 'soup' }, 'A')
    expect(orSet.value(added)).toEqual(['soup'])
    expect(orSet.value(orSet.apply(added, { remove: 'soup' }, 'A'))).toEqual([])
  })

  test('two sets come together', () => {
    const { orSet } = subject
    const a = orSet.apply(orSet.init(), { add: 'soup' }, 'A')
    const b = orSet.apply(orSet.init(), { add: 'tea' }, 'B')
    expect([...orSet.value(orSet.merge(a, b))].toSorted()).toEqual(['soup', 'tea'])
  })
})

describe('cart', () => {
  test('pieces of two nodes are added up', () => {
    const { cart } = subject
    const a = cart.apply(cart.init(), { item: 'soup', qty: 2 }, 'A')
    const b = cart.apply(cart.init(), { item: 'soup', qty: 1 }, 'B')
    expect(cart.value(cart.merge(a, b))).toEqual([['soup', 3]])
  })
})
