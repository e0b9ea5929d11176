import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { converged } from './converged.ts'

const replicas = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })

describe('replicas', () => {
  test('with equal values have converged', () => {
    const property = fc.property(replicas, fc.jsonValue(), (names, value) => {
      const values = Object.fromEntries(names.map((name) => [name, structuredClone(value)]))
      expect(converged(values)).toEqual({ kind: 'converged' })
    })
    fc.assert(property)
  })

  test('have converged exactly if their values are equal as JSON', () => {
    const pair = fc.tuple(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }))
    const property = fc.property(pair, ([a, b]) => {
      const isEqual = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
      expect(converged({ a, b }).kind).toBe(isEqual ? 'converged' : 'diverged')
    })
    fc.assert(property)
  })

  test('may list fields in any order', () => {
    const values = { a: { x: 1, y: 2 }, b: { y: 2, x: 1 } }
    expect(converged(values)).toEqual({ kind: 'converged' })
  })

  test('that differ are named with the first field in which they do', () => {
    expect(converged({ a: cart(3), b: cart(4), c: cart(3) })).toEqual({
      kind: 'diverged',
      field: 'cart.items[1].amount',
      groups: [['a', 'c'], ['b']],
      text: 'Replicas differ in cart.items[1].amount: a and c have 3, b has 4.',
    })
  })

  test('may lack a field, or elements, altogether', () => {
    expect(converged({ a: { x: 1 }, b: {} })).toMatchObject({
      text: 'Replicas differ in x: a has 1, b has nothing.',
    })
    expect(converged({ a: [1], b: [1, 2], c: [1] })).toMatchObject({
      text: 'Replicas differ in [1]: a and c have nothing, b has 2.',
    })
  })

  test('may differ as a whole', () => {
    expect(converged({ a: 3, b: [3], c: { x: 3 }, d: null })).toEqual({
      kind: 'diverged',
      field: '',
      groups: [['a'], ['b'], ['c'], ['d']],
      text: 'Replicas differ: a has 3, b has [3], c has {"x":3}, d has null.',
    })
  })
})

function cart(amount: number): unknown {
  return { cart: { items: ['tea', { amount }] }, at: 7 }
}

/** The value with the fields of each object in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { fields: fields.map(([name, field]) => ({ name, field: sorted(field) })) }
}
