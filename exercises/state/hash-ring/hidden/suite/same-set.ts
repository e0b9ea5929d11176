import { BrokenPromise, holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { freshRing, histories, keys, playHistory, pools, settingOf } from './histories.ts'
import type { History } from './histories.ts'
import type { Session, Subject } from './session.ts'
import { callOf, kindOf } from './shown.ts'

/** A lookup, and what it gives: told as a text only where two rings differ. */
interface Lookup {
  /** What the past of a ring asked for: undefined for owners. */
  readonly replicas?: number
  readonly call: (key: string) => string
  readonly ask: (session: Session, key: string) => readonly (string | null)[]
  readonly told: (nodes: readonly (string | null)[]) => string
}

const ownerLookup: Lookup = {
  call: (key) => callOf('owner', key),
  ask: (session, key) => [session.owner(key)],
  told: ([owner]) => kindOf(owner),
}

/** More than any ring of the histories has nodes. */
const ALL = 9

const replicasLookup: Lookup = {
  replicas: ALL,
  call: (key) => callOf('replicas', key, ALL),
  ask: (session, key) => session.replicas(key, ALL),
  told: (nodes) => `[${nodes.map((node) => kindOf(node)).join(', ')}]`,
}

/** The owner depends on who is a member now: not on the order, and not on the past. */
export function ownerDependsOnMembers(subject: Subject): void {
  expectSameAnswers(subject, ownerLookup)
  for (const pool of pools) expectNoFirstComer(subject, pool)
}

/** So do all replicas. */
export function replicasDependOnMembers(subject: Subject): void {
  expectSameAnswers(subject, replicasLookup)
}

function expectSameAnswers(subject: Subject, lookup: Lookup): void {
  const orders = fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 })
  holds(
    [histories, orders],
    (history, order) => {
      const past = playHistory(subject, history, lookup.replicas)
      const fresh = freshRing(subject, history)
      for (const node of reordered([...past.members], order)) fresh.add(node)
      for (const key of keys) expectSame({ rings: [past, fresh], key, lookup, history })
    },
    { factor: 2 },
  )
}

/** Any two names of a pool, with all their points on one place. */
function expectNoFirstComer(subject: Subject, pool: readonly string[]): void {
  const history: History = { pool, vnodes: 1, hash: { places: 1, seed: 0 }, steps: [] }
  for (const [index, a] of pool.entries()) {
    for (const b of pool.slice(0, index)) {
      const rings = [freshRing(subject, history), freshRing(subject, history)] as const
      for (const node of [a, b]) rings[0].add(node)
      for (const node of [b, a]) rings[1].add(node)
      expectSame({ rings, key: 'k1', lookup: ownerLookup, history })
    }
  }
}

function expectSame(compared: {
  rings: readonly [Session, Session]
  key: string
  lookup: Lookup
  history: History
}): void {
  const { rings, key, lookup, history } = compared
  const [a, b] = [lookup.ask(rings[0], key), lookup.ask(rings[1], key)]
  if (a.length === b.length && a.every((node, place) => node === b[place])) return
  throw new BrokenPromise(
    [
      `Two rings with the same members differ: ${lookup.call(key)} is ${lookup.told(a)} and ${lookup.told(b)}.`,
      settingOf(history, key),
      `One ring:\n${rings[0].story}`,
      `The other:\n${rings[1].story}`,
    ].join('\n'),
  )
}

/** Each number of the order takes one of the nodes that are left. */
function reordered(nodes: readonly string[], order: readonly number[]): string[] {
  if (order.length < nodes.length) throw new Error('sentinel-hash-ring-same-set.ts: a short order')
  const left = [...nodes]
  return order.flatMap((place) => left.splice(place % Math.max(1, left.length), 1))
}
