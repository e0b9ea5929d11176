import fc from 'fast-check'
import { expect, test } from 'vitest'

import { openTwoRealms } from './two-realms.ts'
import type { TwoRealms } from './two-realms.ts'

/** A value as text, told in its own realm: what differs in any way that code can see differs here. */
const TEXT = `function text(value, seen = []) {
  if (typeof value === 'bigint') return value + 'n'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  if (seen.includes(value)) return '#' + seen.indexOf(value)
  seen.push(value)
  const inside = (part) => text(part, seen)
  const frozen = Object.isFrozen(value) ? 'frozen ' : ''
  if (Array.isArray(value)) {
    const places = Array.from({ length: value.length }, (_, at) => (at in value ? inside(value[at]) : ''))
    return frozen + '[' + places.join() + ']'
  }
  if (value instanceof Map) return 'Map' + inside([...value])
  if (value instanceof Set) return 'Set' + inside([...value])
  if (value instanceof Date) return 'Date' + value.getTime()
  if (value instanceof Error) {
    const { name, message, cause, ...added } = value
    const kind = [TypeError, RangeError, SyntaxError].findIndex((each) => value instanceof each)
    return 'Error' + kind + inside([value.name, value.message, value.cause, added])
  }
  const bare = Object.getPrototypeOf(value) === null ? 'bare ' : ''
  const fields = Reflect.ownKeys(value).map((key) => String(key) + ':' + inside(value[key]))
  return frozen + bare + '{' + fields.join() + '}'
}`

const { value: expressions } = fc.letrec<{ value: string; plain: string; list: string }>((tie) => {
  const parts = fc.array(tie('value'), { maxLength: 4 })
  const names = fc.constantFrom('a', 'b', 'length', 'constructor', 'then', '["__proto__"]', '0')
  const fields = fc
    .uniqueArray(fc.tuple(names, tie('value')), { maxLength: 4, selector: ([name]) => name })
    .map((pairs) => pairs.map(([name, value]) => `${name}: ${value}`).join())
  return {
    plain: fc.oneof(
      fc.constantFrom('undefined', 'null', 'NaN', '-0', '0', 'Infinity', 'true', '-5n', '""'),
      fc.constantFrom('Symbol.iterator', 'new Date(5)', 'new Date(NaN)', '[,1,,]'),
      fc.double().map((value) => (Object.is(value, -0) ? '-0' : String(value))),
      fc.string().map((value) => JSON.stringify(value)),
    ),
    list: parts.map((all) => `[${all.join()}]`),
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      tie('plain'),
      tie('list'),
      fields.map((all) => `({ end: 1, ${all} })`),
      fields.map((all) => `Object.assign(Object.create(null), { end: 1, ${all} })`),
      fields.map((all) => `Object.freeze({ end: 1, ${all} })`),
      tie('list').map((all) => `Object.freeze(${all})`),
      tie('list').map((all) => `new Set(${all})`),
      tie('list').map((all) => `new Map(${all}.map((part, at) => [part, at]))`),
      tie('value').map((cause) => `new RangeError('far', { cause: ${cause} })`),
      tie('value').map((code) => `Object.assign(new TypeError('no'), { code: ${code} })`),
      tie('value').map((part) => `((shared) => [shared, { shared }])(${part})`),
      tie('value').map((part) => `((loop) => (loop.push(loop), loop))([${part}])`),
    ),
  }
})

async function realms(): Promise<TwoRealms> {
  const open = await openTwoRealms()
  open.hand(
    open.inner(`{
      same: (value) => value,
      textIn: ${TEXT},
      make: (value) => value(),
      keep(value) { this.kept = value },
      isKept(value) { return this.kept === value },
    }`),
  )
  open.outer(`globalThis.text = ${TEXT}`)
  return open
}

test('a value is the same on the other side', async () => {
  const open = await realms()
  fc.assert(
    fc.property(expressions, (expression) => {
      const [there, here] = [`textIn(${expression})`, `text(${expression})`].map((each) =>
        open.outer(each),
      )
      expect(there).toBe(here)
    }),
  )
})

test('a value that a submission returns is the same here', async () => {
  const open = await realms()
  fc.assert(
    fc.property(expressions, (expression) => {
      open.hand(open.inner(`{ made: () => ${expression}, madeText: (${TEXT})(${expression}) }`))
      expect(open.outer('text(made())')).toBe(open.outer('madeText'))
    }),
  )
})

test('what comes back is the very object that was given', async () => {
  const open = await realms()
  fc.assert(
    fc.property(expressions, (expression) => {
      expect(open.outer(`((value) => Object.is(same(value), value))(${expression})`)).toBe(true)
      open.hand(
        open.inner(`((value) => ({ give: () => value, isIt: (it) => Object.is(it, value) }))(
        ${expression})`),
      )
      expect(open.outer('isIt(give())')).toBe(true)
      expect(open.outer('Object.is(give(), give())')).toBe(true)
    }),
  )
})
