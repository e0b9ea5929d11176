import type { Host } from '../engine/host.ts'
import { createRng } from '../random/create-rng.ts'
import { unit } from '../random/distributions.ts'
import { keyed, keyOf } from '../random/hash.ts'
import type { Fault } from './fault.ts'
import type { TimedFault } from './fault-driver.ts'

interface Strike {
  /** What a story calls the moment: `vote` reads "right after its 2nd vote". */
  readonly name: string
  readonly strike: 'crash' | 'pause' | 'isolate'
  /** Shortest and longest time that it lasts, in milliseconds. */
  readonly forMs: readonly [number, number]
}

/** A moment at which a fault hurts most, found by watching what nodes do. */
export type Rule<M> =
  | (Strike & { readonly on: 'send'; readonly when: (msg: M) => boolean })
  | (Strike & { readonly on: 'emit'; readonly event: string })
  /** Right after a write that is not synced yet, or right after the disk was synced. */
  | (Strike & { readonly on: 'put' | 'sync' })

type StrikeFault = Extract<Fault, { kind: 'strike' }>

export interface StrikeOrder {
  /** Place in the plan; strikes of the adversary are numbered after the plan. */
  readonly index: number
  readonly what: StrikeFault
  readonly fault: TimedFault
}

/** What a rule waits for on one node. */
interface Moment {
  readonly place: string
  readonly key: number
  count: number
}

/** Decides when rules strike: where the plan says so, and for a share of all other moments. */
export class Strikes<M> {
  readonly #seed: number
  readonly #rules: readonly Rule<M>[]
  readonly #share: number
  readonly #planned = new Map<string, { index: number; what: StrikeFault }>()
  /** By the name of the rule, then by the node: where there are rules, moments are many. */
  readonly #moments = new Map<string, Map<Host<M>, Moment>>()
  #next: number
  /** What the adversary did, as faults of a plan that would do the same. */
  readonly done: StrikeFault[] = []

  constructor(seed: number, rules: readonly Rule<M>[], share: number, plan: readonly Fault[]) {
    this.#seed = seed
    this.#rules = rules
    this.#share = share
    this.#next = plan.length
    for (const [index, what] of plan.entries()) {
      if (what.kind === 'strike') this.#planned.set(keyOfStrike(what), { index, what })
    }
  }

  get rules(): readonly Rule<M>[] {
    return this.#share > 0 || this.#planned.size > 0 ? this.#rules : []
  }

  /** Counts one match of a rule on a node; returns what strikes now, if anything does. */
  match(rule: Rule<M>, host: Host<M>, nowMs: number): StrikeOrder | undefined {
    const moment = this.#momentOf(rule, host)
    const { key } = moment
    const nth = ++moment.count
    if (this.#planned.size > 0) {
      const planned = this.#planned.get(`${moment.place}\n${nth}`)
      if (planned !== undefined) return { ...planned, fault: timed(planned.what, nowMs) }
    }
    if (unit(keyed(key, nth)) >= this.#share) return undefined
    const [least, most] = rule.forMs
    const forMs = least + createRng(keyed(key, -nth)).int(most - least + 1)
    const what: StrikeFault = {
      kind: 'strike',
      act: rule.strike,
      rule: rule.name,
      node: host.id,
      nth,
      for: forMs,
    }
    this.done.push(what)
    return { index: this.#next++, what, fault: timed(what, nowMs) }
  }

  #momentOf({ name }: Rule<M>, host: Host<M>): Moment {
    const ofRule = this.#moments.get(name) ?? new Map<Host<M>, Moment>()
    const known = ofRule.get(host)
    if (known !== undefined) return known
    const key = keyOf(this.#seed, 'rule', name, host.id)
    const moment = { place: `${name}\n${host.id}`, key, count: 0 }
    this.#moments.set(name, ofRule.set(host, moment))
    return moment
  }
}

function timed({ act, node, for: forMs }: StrikeFault, at: number): TimedFault {
  return { kind: act, at, for: forMs, node }
}

function keyOfStrike({ rule, node, nth }: StrikeFault): string {
  return `${rule}\n${node}\n${nth}`
}
