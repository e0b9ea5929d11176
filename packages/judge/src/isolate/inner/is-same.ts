import { ownPrototypes } from '../own-prototypes.ts'
import type { Border } from './border.ts'
import { createCopies } from './copies.ts'
import type { Copies } from './copies.ts'
import { errorClassOf, isDate, isMap, isSet } from './kind-of.ts'
import {
  dateTime,
  get,
  getPrototypeOf,
  hasOwn,
  is,
  isArray,
  mapForEach,
  setForEach,
} from './primordials.ts'
import type { Copied } from './ties.ts'

/** Comparing more than this takes longer than it is worth that a copy is the same object. */
const VALUES_MAX = 10_000

interface Comparison {
  readonly border: Border
  left: number
  /** What is being compared: what holds itself is the same as long as nothing else differs. */
  begun: Copies | undefined
}

/**
 * True where a copy and what it was made of still hold the same, in depth: then each may go on
 * standing for the other, and what comes back is the very object that was given.
 */
export function isSame({ inner, outer }: Copied, border: Border): boolean {
  return areSame(inner, outer, { border, left: VALUES_MAX, begun: undefined })
}

function areSame(inner: object, outer: object, comparison: Comparison): boolean {
  const kinds = comparison.border.outer.prototypes
  const prototype = getPrototypeOf(outer)
  if (prototype === kinds.object || prototype === null) {
    const own = getPrototypeOf(inner)
    const isRecord = prototype === null ? own === null : own === ownPrototypes.object
    return isRecord && areRecords(inner, outer, comparison)
  }
  if (isArray(outer)) return isArray(inner) && areLists(inner, outer, comparison)
  if (isMap(outer, kinds)) {
    if (!isMap(inner, ownPrototypes)) return false
    return areLists(entriesOf(inner, comparison), entriesOf(outer, comparison), comparison)
  }
  if (isSet(outer, kinds)) {
    if (!isSet(inner, ownPrototypes)) return false
    return areLists(membersOf(inner, comparison), membersOf(outer, comparison), comparison)
  }
  if (isDate(outer, kinds)) {
    return isDate(inner, ownPrototypes) && is(dateTime(inner), dateTime(outer))
  }
  return (
    errorClassOf(outer, kinds) !== undefined && is(get(inner, 'message'), get(outer, 'message'))
  )
}

/** By the keys that are counted: nearly all that crosses are records, and nothing is listed faster. */
function areRecords(inner: object, outer: object, comparison: Comparison): boolean {
  let left = 0
  for (const key in inner) {
    const other: unknown = get(outer, key)
    if (other === undefined && !hasOwn(outer, key)) return false
    if (!areParts(get(inner, key), other, comparison)) return false
    left += 1
  }
  // oxlint-disable-next-line no-unused-vars, guard-for-in -- they are counted
  for (const _ in outer) left -= 1
  return left === 0
}

function areLists(
  inner: readonly unknown[],
  outer: readonly unknown[],
  comparison: Comparison,
): boolean {
  if (inner.length !== outer.length) return false
  for (let index = 0; index < outer.length; index += 1) {
    if (!areParts(inner[index], outer[index], comparison)) return false
  }
  return true
}

function areParts(one: unknown, other: unknown, comparison: Comparison): boolean {
  comparison.left -= 1
  if (comparison.left < 0) return false
  if (one === other) return one !== 0 || is(one, other)
  if (!isObject(one) || !isObject(other)) return is(one, other)
  const { ties } = comparison.border
  if (ties.lasting.get(one) === other) return true
  if (ties.copies.get(one)?.outer !== other) return false
  comparison.begun ??= createCopies()
  if (comparison.begun.get(one) === other) return true
  comparison.begun.set(one, other)
  return areSame(one, other, comparison)
}

/** In a list of the suite's realm: on those of the submission's there may be setters. */
function entriesOf(map: Map<unknown, unknown>, { border }: Comparison): unknown[] {
  const entries = border.outer.newArray<unknown>()
  mapForEach(map, (value, key) => {
    entries[entries.length] = key
    entries[entries.length] = value
  })
  return entries
}

function membersOf(set: Set<unknown>, { border }: Comparison): unknown[] {
  const members = border.outer.newArray<unknown>()
  setForEach(set, (value) => {
    members[members.length] = value
  })
  return members
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
