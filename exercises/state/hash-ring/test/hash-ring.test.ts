import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

import type { HashRing } from '../src/hash-ring.ts'

const keys = Array.from({ length: 200 }, (_, index) => `cart-${index}`)

describe('owner', () => {
  test('the same key has the same owner', () => {
    const ring = withNodes(['A', 'B', 'C'])
    const before = keys.map((key) => ring.owner(key))
    expect(keys.map((key) => ring.owner(key))).toEqual(before)
  })

  test('three nodes all get something', () => {
    const ring = withNodes(['A', 'B', 'C'])
    expect(new Set(keys.map((key) => ring.owner(key)))).toEqual(new Set(['A', 'B', 'C']))
  })
})

describe('replicas', () => {
  test('the owner is the first of two', () => {
    const ring = withNodes(['A', 'B', 'C'])
    const replicas = ring.replicas('cart-1', 2)
    expect(replicas).toHaveLength(2)
    expect(replicas[0]).toBe(ring.owner('cart-1'))
  })
})

function withNodes(nodes: readonly string[]): HashRing {
  const ring = subject.createHashRing({ vnodes: 50, hash: placeOf })
  for (const node of nodes) ring.add(node)
  return ring
}

/** FNV-1a, mixed by the finaliser of murmur3, without which similar labels lie side by side. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
