import {
  BrokenPromise,
  SubjectThrew,
  callLines,
  counted,
  quoted,
  thrownText,
} from '@five-pillars/suite'

import type { Lease, LoadBalancer, Rng } from '../../src/load-balancer.ts'
import { createBoundedRng } from './bounded-rng.ts'
import type { BoundedRng } from './bounded-rng.ts'

/** Builds the balancer under test; round robin ignores the rng. */
export type Create = (rng: Rng) => LoadBalancer

/** One membership of an id, from `add` to `remove`. A re-added id is another member. */
export interface Member {
  readonly id: string
  healthy: boolean
  /** Open leases. */
  open: number
}

/** What `acquire` answered: a lease on a member or on a stranger, null, or something else. */
export type Choice =
  | { kind: 'member'; member: Member }
  | { kind: 'stranger'; id: string }
  | { kind: 'null' }
  | { kind: 'odd'; got: string }

interface Held {
  readonly lease: Lease
  readonly member: Member | undefined
  readonly ordinal: number
  released: boolean
}

/** A conversation with one balancer: keeps the books that the promises compare it with. */
export class Session {
  readonly members = new Map<string, Member>()
  readonly #balancer: LoadBalancer
  readonly #bounded: BoundedRng
  readonly #held: Held[] = []
  readonly #chosen = new Map<string, number>()
  /** Told only where a promise is broken, which is nearly never. */
  readonly #calls: (() => string)[] = []
  #isQuiet = false

  constructor(create: Create, seed: number) {
    this.#bounded = createBoundedRng(seed)
    try {
      this.#balancer = create(this.#bounded.rng)
    } catch (error) {
      throw new SubjectThrew(thrownText(error), { cause: error })
    }
  }

  eligible(): Member[] {
    return [...this.members.values()].filter((member) => member.healthy)
  }

  add(id: string): void {
    this.#call(
      () => `add ${quoted(id)}`,
      () => this.#balancer.add({ id }),
    )
    if (!this.members.has(id)) this.members.set(id, { id, healthy: true, open: 0 })
  }

  remove(id: string): void {
    this.#call(
      () => `remove ${quoted(id)}`,
      () => this.#balancer.remove(id),
    )
    this.members.delete(id)
  }

  setHealthy(id: string, healthy: boolean): void {
    const word = healthy ? 'healthy' : 'unhealthy'
    this.#call(
      () => `set ${quoted(id)} ${word}`,
      () => this.#balancer.setHealthy(id, healthy),
    )
    const member = this.members.get(id)
    if (member !== undefined) member.healthy = healthy
  }

  acquire(): Choice {
    const got: unknown = this.#call(
      () => 'acquire',
      () => this.#balancer.acquire(),
    )
    const choice = this.#choiceOf(got)
    if (!this.#isQuiet) this.#calls.splice(-1, 1, () => `acquire → ${choiceText(choice)}`)
    return choice
  }

  /** Releases the nth lease ever handed out, perhaps again; without leases nothing happens. */
  release(nth: number, outcome: 'ok' | 'error' | 'timeout'): void {
    const held = this.#held[nth % Math.max(1, this.#held.length)]
    if (held === undefined) return
    const { released } = held
    this.#call(
      () => releaseText({ ...held, released }, outcome),
      () => held.lease.release(outcome),
    )
    if (!held.released && held.member !== undefined) held.member.open--
    held.released = true
    if ((held.member?.open ?? 0) < 0)
      throw new Error('sentinel-load-balancer-session.ts: bad books')
  }

  /** Releases the newest lease. */
  releaseLast(): void {
    this.release(Math.max(0, this.#held.length - 1), 'ok')
  }

  inFlight(id: string): number {
    const got: unknown = this.#guarded('inFlight', () => this.#balancer.inFlight(id))
    if (typeof got === 'number') return got
    return this.broken(`inFlight(${quoted(id)}) is ${kindOf(got)}, not a number`)
  }

  /** Gives a member open leases by making it the only healthy one for a moment. */
  holdAlone(id: string, leases: number): void {
    if (leases === 0) return
    const others = this.eligible().filter((member) => member.id !== id)
    this.quietly(`${quoted(id)} alone is healthy and gets ${counted(leases, 'lease')}`, () => {
      for (const other of others) this.setHealthy(other.id, false)
      for (let lease = 0; lease < leases; lease++) this.acquire()
      for (const other of others) this.setHealthy(other.id, true)
    })
  }

  /** Reads `inFlight` as a call of the story, since reading may change a careless balancer. */
  ask(id: string): void {
    this.#tell(() => `inFlight of ${quoted(id)}`)
    this.inFlight(id)
  }

  /** Does several calls that appear in the story as one. */
  quietly(text: string, act: () => void): void {
    this.#calls.push(() => text)
    this.#isQuiet = true
    act()
    this.#isQuiet = false
  }

  /** The calls so far, as lines; empty before the first. */
  get story(): string {
    return this.#calls.length === 0 ? '' : callLines(this.#calls.map((tell) => tell()))
  }

  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.story}`)
  }

  #choiceOf(got: unknown): Choice {
    if (got === null) return { kind: 'null' }
    if (!isLease(got)) return { kind: 'odd', got: kindOf(got) }
    const id = got.backend
    const member = this.members.get(id)
    const ordinal = (this.#chosen.get(id) ?? 0) + 1
    this.#chosen.set(id, ordinal)
    this.#held.push({ lease: got, member, ordinal, released: false })
    if (member === undefined) return { kind: 'stranger', id }
    member.open++
    return { kind: 'member', member }
  }

  #call<T>(text: () => string, act: () => T): T {
    this.#tell(text)
    return this.#guarded('the last call', act)
  }

  #guarded<T>(what: string, act: () => T): T {
    this.#bounded.reset()
    try {
      return act()
    } catch (error) {
      const threw = `${what} threw ${thrownText(error)}`
      throw new SubjectThrew(`${threw}\n${this.story}`, { cause: error })
    }
  }

  #tell(text: () => string): void {
    if (!this.#isQuiet) this.#calls.push(text)
  }
}

function choiceText(choice: Choice): string {
  if (choice.kind === 'odd') return choice.got
  if (choice.kind === 'null') return 'null'
  return quoted(choice.kind === 'member' ? choice.member.id : choice.id)
}

function isLease(got: unknown): got is Lease {
  if (typeof got !== 'object' || got === null) return false
  if (!('backend' in got) || !('release' in got)) return false
  return typeof got.backend === 'string' && typeof got.release === 'function'
}

function kindOf(got: unknown): string {
  if (typeof got === 'object' && got !== null) return 'an object that is no lease'
  return typeof got === 'string' ? JSON.stringify(got) : String(got)
}

function releaseText({ lease, ordinal, released }: Held, outcome: string): string {
  const which = ordinal === 1 ? '' : ` #${ordinal}`
  const how = outcome === 'ok' ? '' : ` (${outcome})`
  return `release ${quoted(lease.backend)}${which}${released ? ' again' : ''}${how}`
}
