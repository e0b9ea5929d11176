import fc from 'fast-check'
import { expect, test } from 'vitest'

import { withAbsent } from './with-absent.ts'

const names = fc.stringMatching(/^[a-z]{1,4}$/)

test('what a submission exports is there, and what it lacks is noted once, in order', () => {
  fc.assert(
    fc.property(fc.dictionary(names, fc.nat()), fc.array(names), (exports, asked) => {
      const { subject, absent } = withAbsent(exports)
      expect(Object.entries(subject)).toEqual(Object.entries(exports))
      for (const name of asked) expect(subject[name]).toBe(exports[name])
      const lacking = asked.filter((name) => !Object.hasOwn(exports, name))
      expect(absent.take()).toEqual([...new Set(lacking)])
      expect(absent.take()).toEqual([])
    }),
  )
})

test('what every object has is not missing', () => {
  const { subject, absent } = withAbsent({})
  expect(Reflect.has(subject, 'toString')).toBe(true)
  expect(subject['toString']).toBeTypeOf('function')
  expect(absent.take()).toEqual([])
})
