import type { NodeId } from '@five-pillars/simulator'
import { BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import type { RegisterClient, RegMsg } from '../../src/abd-register.ts'
import { LoneNode } from './lone-node.ts'
import { messageText } from './messages.ts'
import type { Version } from './messages.ts'

/** The brief allows 200 ms between two tries. */
export const RESENT_WITHIN_MS = 250

const WAITS_MAX = 6

type Put = Extract<RegMsg, { t: 'Put' }>

type State =
  | { readonly kind: 'open' }
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'rejected'; readonly error: unknown }

/** A conversation with one client, which is called c2. The test plays its replicas. */
export class ClientTalk {
  readonly node: LoneNode
  readonly replicas: readonly NodeId[]
  readonly #client: RegisterClient
  #state: State = { kind: 'open' }
  /** What was sent before belongs to earlier calls. */
  #since = 0
  #earlier: ReadonlySet<string> = new Set()
  readonly #holds = new Map<NodeId, { readonly id: number; readonly held: Version }>()

  constructor(subject: Subject, replicas: number) {
    this.replicas = ['a', 'b', 'c', 'd', 'e'].slice(0, replicas)
    this.node = new LoneNode('c2', this.replicas, new Map())
    this.#client = this.node.boot((env) => subject.createClient(env, { replicas: this.replicas }))
  }

  /** The nth replica, from 0, counted on from the last to the first. */
  replica(nth: number): NodeId {
    const id = this.replicas[nth % this.replicas.length]
    if (id === undefined) throw new Error('sentinel-abd-register-client-talk.ts: no replicas')
    return id
  }

  async begin(kind: 'read' | 'write', value = 'mine'): Promise<void> {
    this.#state = { kind: 'open' }
    this.#since = this.node.sent.length
    // Somebody may go on with a Put of an earlier call, for those who have not answered it.
    this.#earlier = new Set(this.node.sent.map(({ msg }) => (isPut(msg) ? messageText(msg) : '')))
    const text = kind === 'read' ? 'c2 reads' : `c2 writes ${JSON.stringify(value)}`
    const answer: unknown = this.node.call(text, () => {
      return kind === 'read' ? this.#client.read() : this.#client.write(value)
    })
    if (!isThenable(answer)) this.node.broken(`${kind} gave ${typeof answer}, not a promise.`)
    void Promise.resolve(answer).then(
      (got) => (this.#state = { kind: 'answered', value: got }),
      (error: unknown) => (this.#state = { kind: 'rejected', error }),
    )
    await this.#rest()
  }

  /** The present call's last message of a kind to each replica that was sent one. */
  requests<T extends 'Get' | 'Put'>(t: T): Map<NodeId, Extract<RegMsg, { t: T }>> {
    const latest = new Map<NodeId, Extract<RegMsg, { t: T }>>()
    for (const { to, msg } of this.node.sent.slice(this.#since)) {
      if (isOf(msg, t) && !this.#earlier.has(messageText(msg))) latest.set(to, msg)
    }
    return latest
  }

  /** A replica answers the Get that it was sent last, once it was sent one. */
  async tell(replica: NodeId, { ts, value }: Version): Promise<void> {
    const { id } = await this.#request(replica, 'Get')
    this.#holds.set(replica, { id, held: { ts, value } })
    await this.deliver(replica, { t: 'Value', id, ts, value })
  }

  /** A replica acknowledges the Put that it was sent last, once it was sent one. */
  async ack(replica: NodeId): Promise<void> {
    const { id } = await this.#request(replica, 'Put')
    await this.deliver(replica, { t: 'Ack', id })
  }

  /** Acknowledges every Put until the call ends, and says once more what was said to a new Get. */
  async ackAll(): Promise<void> {
    const acked = new Set<NodeId>()
    await this.#soon(async () => {
      for (const replica of this.requests('Put').keys()) {
        if (!this.isAnswered && !acked.has(replica)) await this.ack(replica)
        acked.add(replica)
      }
      for (const [replica, { id }] of this.requests('Get')) {
        const said = this.#holds.get(replica)
        if (said !== undefined && said.id !== id) await this.tell(replica, said.held)
      }
      return this.isAnswered
    })
  }

  async deliver(replica: NodeId, msg: RegMsg): Promise<void> {
    this.node.deliver(replica, msg)
    await this.#rest()
  }

  async pass(ms: number): Promise<void> {
    await this.node.pass(ms)
    await this.#rest()
  }

  get isAnswered(): boolean {
    return this.#state.kind === 'answered'
  }

  /** The call goes on: it has not been answered, and when in its first round, it sent no Put. */
  expectWaits(round: 'Get' | 'Put', why: string): void {
    if (this.isAnswered) this.node.broken(`The call ended, ${why}.`)
    if (round === 'Get' && this.requests('Put').size > 0) this.node.broken(`c2 sent a Put, ${why}.`)
  }

  /** The call ends soon: slowness is another promise. */
  async expectAnswered(): Promise<void> {
    await this.#soon(() => this.isAnswered)
    if (!this.isAnswered) this.node.broken('The call did not end, although a majority answered it.')
  }

  /** Begins its second round soon; false if the call has ended instead. */
  async goesOn(): Promise<boolean> {
    await this.#soon(() => this.isAnswered || this.requests('Put').size > 0)
    if (this.isAnswered) return false
    await this.expectPuts()
    return true
  }

  /** Sends a Put soon; returns all of the call's. */
  async expectPuts(): Promise<Map<NodeId, Put>> {
    await this.#soon(() => this.requests('Put').size > 0)
    const puts = this.requests('Put')
    if (puts.size > 0) return puts
    return this.node.broken('A majority has said what it holds, and c2 sent no Put.')
  }

  /** The call ends soon, with this answer. */
  async expectValue(wanted: string | null): Promise<void> {
    await this.expectAnswered()
    if (this.#state.kind !== 'answered') return
    const { value } = this.#state
    if (value === wanted) return
    const got = value === null || typeof value === 'string' ? JSON.stringify(value) : typeof value
    this.node.broken(`The read gave ${got}, not ${JSON.stringify(wanted)}.`)
  }

  async #request(replica: NodeId, t: 'Get' | 'Put'): Promise<RegMsg> {
    await this.#soon(() => this.requests(t).has(replica))
    const request = this.requests(t).get(replica)
    return request ?? this.node.broken(`c2 sent no ${t} to ${replica}.`)
  }

  /** Gives a slow client some time to come to something. */
  async #soon(isDone: () => boolean | Promise<boolean>): Promise<void> {
    for (let wait = 0; wait < WAITS_MAX; wait++) {
      if (await isDone()) return
      await this.pass(RESENT_WITHIN_MS)
    }
  }

  async #rest(): Promise<void> {
    await this.node.rest()
    if (this.#state.kind !== 'rejected') return
    const { error } = this.#state
    if (error instanceof BrokenPromise) throw error
    const text = `A call must not reject, and this one did: ${thrownText(error)}`
    throw new SubjectThrew(this.node.withStory(text), { cause: error })
  }
}

function isOf<T extends RegMsg['t']>(msg: RegMsg, t: T): msg is Extract<RegMsg, { t: T }> {
  return msg.t === t
}

function isPut(msg: RegMsg): boolean {
  return msg.t === 'Put'
}

function isThenable(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}
