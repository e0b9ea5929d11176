import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Coder, Unrecordable } from './coder.ts'
import { Decoder } from './decoder.ts'

const { value: values } = fc.letrec<{ value: unknown; plain: unknown }>((tie) => {
  const parts = fc.array(tie('value'), { maxLength: 4 })
  const names = fc.constantFrom('a', 'b', 'length', 'r', 'then', '__proto__', '0')
  return {
    plain: fc.oneof(
      fc.constantFrom(undefined, null, NaN, -0, Infinity, true, 5n, Symbol.iterator, new Date(5)),
      fc.double(),
      fc.string(),
    ),
    value: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      tie('plain'),
      parts,
      parts.map((all) => new Set(all)),
      parts.map((all) => new Map(all.map((part, at) => [part, at] as const))),
      fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }
})

const nobody = (): undefined => undefined

test('what was written as text is read again as it was, also from JSON', () => {
  fc.assert(
    fc.property(values, (value) => {
      const coded = new Coder(nobody).code(value)
      const read: unknown = new Decoder(nobody).value(JSON.parse(JSON.stringify(coded)))
      expect(read).toStrictEqual(value)
      expect(new Coder(nobody).code(read)).toEqual(coded)
    }),
  )
})

test('functions are told apart by whose they are', () => {
  class Clock {
    now(): number {
      return 5
    }
  }
  const coder = new Coder(nobody)
  const [one, other] = [new Clock(), new Clock()]
  coder.code([one, other])
  const { now } = Clock.prototype
  expect(coder.functionOf(now, one)).not.toBe(coder.functionOf(now, other))
  expect(coder.functionOf(() => {}, one)).toBeUndefined()
})

test('an object with functions is given again as one that answers', () => {
  const coded = new Coder(nobody).code({ clock: { now: () => 5, zone: 'UTC' } })
  const decoder = new Decoder((of, args) => `${decoder.nameOf(of)} of ${args.join()}`)
  const read = decoder.value(coded)
  expect(read).toMatchObject({ clock: { zone: 'UTC', now: expect.any(Function) } })
  expect(Reflect.apply(fnAt(read, 'clock', 'now'), undefined, ['a'])).toBe('now of a')
})

test('what has no text cannot be recorded', () => {
  const loop: unknown[] = []
  loop.push(loop)
  for (const value of [Symbol('own'), loop]) {
    expect(() => new Coder(nobody).code(value)).toThrow(Unrecordable)
  }
})

function fnAt(value: unknown, ...keys: readonly string[]): (...args: unknown[]) => unknown {
  let at = value
  for (const key of keys) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : at
  if (typeof at !== 'function') throw new Error('there is no function')
  const fn = at
  return (...args) => Reflect.apply(fn, undefined, args)
}
