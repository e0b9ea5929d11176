import { setImmediate } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { openTwoRealms } from './two-realms.ts'

/** Most kinds of values, and what they lead to. */
const VARIED = `(() => {
  class Env { #ticks = 0; clock = { now: () => (this.#ticks += 1) }; get rest() { return [this.clock] } }
  class Odd extends Map { twice(key) { return [this.get(key), this.get(key)] } }
  const error = Object.assign(new RangeError('far'), { code: { at: [1] }, help() {} })
  return [
    { a: [{ b: new Map([[{ c: 1 }, new Set([[2]])]]) }], when: new Date(5) },
    Object.freeze([Object.freeze({ d: 1 })]), Object.create(null), error, new Env(), new Odd([[1, { e: 1 }]]),
    () => ({ f: 1 }), Object.assign(() => 1, { more: { g: 1 } }), class Shape { static sides = [3] },
    Promise.resolve({ h: 1 }), [1][Symbol.iterator](), /x/g, new Uint8Array(2), Object(1n), async (x) => x,
  ]
})()`

describe('no object of one realm is ever seen by code of the other', () => {
  test('in what the suite is given', async () => {
    const { inner, outer, hand, strays } = await openTwoRealms()
    hand(inner(`{ all: () => ${VARIED}, fail() { throw ${VARIED} }, never() { throw {} } }`))
    const seen = outer(`[all(), all, (() => { try { fail() } catch (error) { return error } })(),
      all()[4].rest, all()[5].twice(1), all()[6](), new (all()[8])(), [...all()[10]]]`)
    expect(strays(seen, 'inner')).toEqual([])
  })

  test('in what a submission is given', async () => {
    const { inner, outer, hand, strays } = await openTwoRealms()
    const seen = inner('globalThis.seen = []')
    hand(
      inner(`{
      look(...given) {
        seen.push(this, given, given[4].clock, given[4].rest, given[5].twice(1), given[6](), [...given[10]])
        try { given[15]() } catch (error) { seen.push(error) }
        given[9].then((settled) => seen.push(settled))
      },
    }`),
    )
    outer(`(() => { const all = ${VARIED}; all.push(() => { throw all }); look(...all) })()`)
    await setImmediate()
    expect(seen).toHaveLength(9)
    expect(strays(seen, 'outer')).toEqual([])
  })

  test('in what is thrown while a value is read, or while there is no stack left', async () => {
    const { inner, outer, hand, strays } = await openTwoRealms()
    const seen = inner('globalThis.seen = []')
    inner(`Object.defineProperty(Object.prototype, 'get', {
      __proto__: null, configurable: true, get() { seen.push(this.value) } })`)
    hand(
      inner(`{
      attack(given) {
        const baits = [() => 1, Object.create(null, { go: { enumerable: true, get: () => note } }), note]
        for (const bait of baits) {
          const trap = () => { throw bait }
          const proxies = [new Proxy({}, { ownKeys: trap }), new Proxy([], { get: trap })]
          for (const proxy of proxies) try { given(proxy) } catch (thrown) {
            if (typeof thrown === 'function') thrown({ a: {} })
            else if (thrown !== null) thrown.go?.({ a: {} })
          }
        }
        function note(...values) { seen.push(this, ...values) }
      },
      full: function full(given) {
        try { full(given) } catch (error) { seen.push(error) }
        for (const bait of [{ a: [{}] }, () => 1, new Map([[1, {}]]), Promise.resolve(1), new Error('e')]) {
          try { seen.push(given(bait)) } catch (error) { seen.push(error) }
        }
      },
    }`),
    )
    outer(
      `(() => { const give = (value) => ({ value, fn() {}, deep: [{}] }); attack(give); full(give) })()`,
    )
    const all = Array.isArray(seen) ? seen : []
    expect(all.length).toBeGreaterThan(100)
    // The first ones come from where the stack ends.
    expect(all.slice(0, 500).flatMap((value) => strays(value, 'outer'))).toEqual([])
  })
})

describe('a copy stands for what it was made of until one of them changes', () => {
  test('a change is seen, on whichever side it was made', async () => {
    const { inner, outer, hand } = await openTwoRealms()
    hand(
      inner(`((state) => ({
      state: () => state,
      grow() { state.list.push(state.list.length) },
      length: (given) => given.list.length,
    }))({ list: [0] })`),
    )
    expect(outer('state() === state()')).toBe(true)
    expect(outer('(grow(), state().list.length)')).toBe(2)
    expect(outer('((got) => (got.list.push(7), length(got)))(state())')).toBe(3)
  })

  test('what is frozen outside alone may change within', async () => {
    const { inner, outer, hand } = await openTwoRealms()
    hand(
      inner(`((state) => ({ state: () => state, grow: () => state.list.push(1) }))(
      Object.freeze({ list: [] }))`),
    )
    expect(outer('[state(), grow(), state()].map((each) => each.list?.length).join()')).toBe('0,,1')
  })

  test('what the suite freezes is frozen for the submission', async () => {
    const { inner, outer, hand } = await openTwoRealms()
    hand(
      inner(
        `((message) => ({ message: () => message, spoil() { message.term = 2 } }))({ term: 1 })`,
      ),
    )
    expect(outer('((got) => (Object.freeze(got), Object.isFrozen(message())))(message())')).toBe(
      true,
    )
    expect(() => outer('spoil()')).toThrow(/read only/)
  })

  test('a holder of functions is one object, also for what hangs on it', async () => {
    const { inner, outer, hand } = await openTwoRealms()
    hand(
      inner(`((tree) => { tree.leaf.parent = tree; return { tree: () => tree } })(
      { leaf: {}, name: () => 'root' })`),
    )
    expect(outer('tree().leaf.parent.name()')).toBe('root')
    expect(outer('tree().leaf.parent === tree()')).toBe(true)
  })
})

describe('what tells kinds of objects apart works on both sides', () => {
  test('errors and classes', async () => {
    const { inner, outer, hand } = await openTwoRealms()
    hand(
      inner(`(() => {
      class Full extends RangeError { name = 'Full' }
      return { Full, fail() { throw Object.assign(new Full('no room'), { left: 0 }) }, make: () => new Full('x') }
    })()`),
    )
    const caught = '(() => { try { fail() } catch (error) { return error } })()'
    expect(outer(`${caught} instanceof RangeError`)).toBe(true)
    expect(outer(`${caught} instanceof Full`)).toBe(true)
    expect(outer(`${caught}.left`)).toBe(0)
    expect(outer('new Full("y") instanceof Full && make() instanceof Full')).toBe(true)
  })

  test('a class of the suite is made with new', async () => {
    const { inner, outer, hand } = await openTwoRealms()
    hand(inner('{ build: (Kind) => new Kind(5).half() }'))
    expect(
      outer('build(class { constructor(n) { this.n = n } half() { return this.n / 2 } })'),
    ).toBe(2.5)
  })

  test('what has the prototype of a kind and is none is no copy of one', async () => {
    const { inner, outer, hand } = await openTwoRealms()
    hand(
      inner(`{
      odd: () => [Map, Set, Date].map(({ prototype }) => Object.create(prototype, { size: { value: 3 } })),
      own: () => Object.assign(new Map(), { get: () => 'own' }),
    }`),
    )
    expect(outer('odd().map((each) => each.size).join()')).toBe('3,3,3')
    expect(outer('own().get(1)')).toBe('own')
  })
})
