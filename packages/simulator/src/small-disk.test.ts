import fc from 'fast-check'
import { expect, test } from 'vitest'

import { SmallDisk } from './small-disk.ts'

const key = fc.constantFrom('a', 'b', '')
const act = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, value: fc.integer() }),
  fc.record({ kind: fc.constant('sync' as const) }),
  fc.record({ kind: fc.constant('crash' as const) }),
)

test('a crash leaves what was there at the last sync, and reads see what was put', () => {
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      let disk = new SmallDisk(new Map())
      let now = new Map<string, number>()
      let kept = new Map<string, number>()
      for (const one of acts) {
        if (one.kind === 'put') {
          disk.put(one.key, one.value)
          now.set(one.key, one.value)
        } else if (one.kind === 'sync') {
          disk.sync()
          kept = new Map(now)
        } else {
          disk = new SmallDisk(disk.synced)
          now = new Map(kept)
        }
        expect(disk.synced).toEqual(kept)
        for (const each of ['a', 'b', '']) expect(disk.get(each)).toBe(now.get(each))
      }
    }),
  )
})

test('what was put is changed no more', () => {
  const disk = new SmallDisk(new Map())
  const list = [1]
  disk.put('list', list)
  expect(() => list.push(2)).toThrow(TypeError)
  expect(disk.get('list')).toEqual([1])
})
