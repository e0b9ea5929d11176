import { createRng, deepFreeze, SmallDisk } from '@five-pillars/simulator'
import type { Env, Node, NodeId } from '@five-pillars/simulator'

import { BrokenPromise, Conversation } from './conversation.ts'
import { describe } from './describe.ts'
import type { Subject } from './scenario.ts'
import type { RaftMsg, RaftOptions } from './src/raft-election.ts'

export const times = { electionMs: [150, 300], heartbeatMs: 50 } as const

/** Far more than any honest node does in one step, or timers in one wait. */
const CALLS_MAX = 10_000
const AT_ONCE_MAX = 200

export interface Setup {
  /** All members; the first one is the node itself. Default a, b and c. */
  readonly members?: readonly [NodeId, ...NodeId[]]
  /** Default: five entries, the last of term 2. */
  readonly log?: RaftOptions['log']
  readonly seed?: number
}

export interface Sent {
  readonly at: number
  readonly to: NodeId
  readonly msg: RaftMsg
  /** What a crash right after it would leave on the disk. */
  readonly disk: ReadonlyMap<string, unknown>
}

/** One server of a submission, with nobody around: what others say, the caller makes up. */
export class SingleNode {
  readonly id: NodeId
  readonly peers: readonly NodeId[]
  readonly log: RaftOptions['log']
  readonly conversation = new Conversation()
  /** All that was sent so far. */
  readonly sent: Sent[] = []
  /** The terms of which the node said that it leads. */
  readonly led: unknown[] = []
  readonly #subject: Subject
  readonly #rng: ReturnType<typeof createRng>
  readonly #timers = new Map<string, number>()
  #disk = new SmallDisk(new Map())
  #node: Node<RaftMsg>
  #now = 0
  #life = 0
  #calls = 0
  #atOnce = 0

  constructor(subject: Subject, { members = ['a', 'b', 'c'], log, seed = 1 }: Setup = {}) {
    const [id, ...peers] = members
    this.#subject = subject
    this.id = id
    this.peers = peers
    this.log = log ?? { lastIndex: 5, lastTerm: 2 }
    this.#rng = createRng(seed)
    this.conversation.tell(
      `log of ${name(id)}: ${this.log.lastIndex} entries, the last of term ${this.log.lastTerm}`,
    )
    this.#node = this.#boot()
  }

  get now(): number {
    return this.#now
  }

  /** Lets a message arrive; returns what the node sends at once. */
  receive(from: NodeId, msg: RaftMsg): readonly Sent[] {
    const arrival = `${name(from)} → ${name(this.id)}  ${describe(msg)}`
    return this.#step(arrival, () => this.#node.onMessage(from, deepFreeze(msg)))
  }

  /** Lets time pass until a moment, or until something that was sent makes `done` true. */
  passTo(at: number, done: (sent: Sent) => boolean = () => false): boolean {
    for (let fired = 0; ; fired++) {
      const next = [...this.#timers].toSorted(([, a], [, b]) => a - b)[0]
      if (next === undefined || next[1] > at) break
      if (fired > CALLS_MAX) this.broken(`${name(this.id)} sets timer after timer.`)
      if (this.#fire(next[0], next[1]).some(done)) return true
    }
    this.#now = at
    return false
  }

  /** Takes the node away and makes a new one from what is left on the disk. */
  restart(disk: ReadonlyMap<string, unknown> = this.#disk.synced): void {
    this.conversation.tell(`${name(this.id)} crashes and starts again`)
    this.#disk = new SmallDisk(disk)
    this.#node = this.#boot()
  }

  /** Ends the test with a sentence and with what led to it. */
  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.conversation.text}`)
  }

  #boot(): Node<RaftMsg> {
    this.#life++
    this.#timers.clear()
    const env = this.#env(this.#life)
    const members = [this.id, ...this.peers]
    const node = this.#subject.createRaft(env, { members, ...times, log: this.log })
    this.#node = node
    this.#step(undefined, () => node.start())
    return node
  }

  #fire(timer: string, at: number): readonly Sent[] {
    const waited = at - this.#now
    this.#timers.delete(timer)
    if (at > this.#now) this.#atOnce = 0
    if (++this.#atOnce > AT_ONCE_MAX) this.broken('It sets timer after timer, all due at once.')
    this.#now = Math.max(this.#now, at)
    const when = waited > 0 ? `${Math.round(waited)} ms later` : undefined
    return this.#step(when, () => this.#node.onTimer(timer))
  }

  #step(cause: string | undefined, act: () => unknown): readonly Sent[] {
    const before = this.sent.length
    const ledBefore = this.led.length
    this.#calls = 0
    const result = act()
    if (typeof result === 'object' && result !== null && 'then' in result) {
      this.broken('A handler returned a promise; it has to do all its work before it returns.')
    }
    const sent = this.sent.slice(before)
    this.#tell(cause, sent, this.led.slice(ledBefore))
    return [...sent, ...this.#settle(sent), ...this.#fireDue()]
  }

  /** Timers of no time at all belong to the step that set them. */
  #fireDue(): readonly Sent[] {
    const sent: Sent[] = []
    for (;;) {
      const due = [...this.#timers].find(([, at]) => at <= this.#now)
      if (due === undefined) return sent
      sent.push(...this.#fire(due[0], due[1]))
    }
  }

  /** What a node tells itself arrives at once, and so do the answers of those asked before a vote. */
  #settle(sent: readonly Sent[]): readonly Sent[] {
    return sent.flatMap(({ to, msg }) => {
      if (to === this.id) {
        if (++this.#atOnce > AT_ONCE_MAX) this.broken('It sends message after message to itself.')
        return this.receive(this.id, msg)
      }
      const answer = preVoteAnswer(msg)
      if (answer === undefined) return []
      const arrival = `${name(to)} → ${name(this.id)}  ${describe(answer)}`
      const node = this.#node
      return this.#step(arrival, () =>
        Reflect.apply(Reflect.get(node, 'onMessage'), node, [to, answer]),
      )
    })
  }

  #tell(cause: string | undefined, sent: readonly Sent[], led: readonly unknown[]): void {
    const byText = Map.groupBy(sent, ({ msg }) => describe(msg))
    const said = [...byText].map(([text, all]) => {
      return `${name(this.id)} → ${all.map(({ to }) => name(to)).join(', ')}  ${text}`
    })
    const emitted = led.map((term) => `${name(this.id)} leads term ${String(term)}`)
    const line = [cause, ...emitted, ...said].filter((each) => each !== undefined).join('; ')
    // A timer that says nothing is nobody's business.
    if (said.length + emitted.length > 0 || cause?.includes('→') === true) {
      this.conversation.tell(line)
    }
  }

  #env(life: number): Env<RaftMsg> {
    const counts = (): boolean => {
      if (++this.#calls > CALLS_MAX) this.broken(`A step makes more than ${CALLS_MAX} calls.`)
      return life === this.#life
    }
    return {
      id: this.id,
      peers: this.peers,
      now: () => this.#now,
      rng: this.#rng,
      send: (to, msg) => {
        if (!counts()) return
        if (to !== this.id && !this.peers.includes(to)) {
          this.broken(`${name(this.id)} sends to ${JSON.stringify(to)}, which is no member.`)
        }
        this.sent.push({ at: this.#now, to, msg: deepFreeze(msg), disk: this.#disk.synced })
      },
      setTimer: (timer, ms) => {
        if (!Number.isFinite(ms) || ms < 0) {
          this.broken(`setTimer(${JSON.stringify(timer)}, ${ms}): that is no time.`)
        }
        if (counts()) this.#timers.set(timer, this.#now + ms)
      },
      clearTimer: (timer) => void (counts() && this.#timers.delete(timer)),
      disk: this.#disk,
      emit: (event, data) => {
        if (counts() && event === 'leader') this.led.push(termIn(data))
      },
    }
  }
}

/** Names that could be misread are quoted. */
export function name(id: NodeId): string {
  return /^[a-z]$/.test(id) ? id : JSON.stringify(id)
}

/** Those who are asked for a pre-vote say yes; undefined for any other message. */
function preVoteAnswer(msg: object): object | undefined {
  if (Reflect.get(msg, 't') !== 'PreVote') return undefined
  const forTerm = Number(Reflect.get(msg, 'term'))
  return { t: 'PreVoted', term: forTerm - 1, granted: true, forTerm }
}

/** The term that was emitted; where there is none, what stands in its place. */
function termIn(data: unknown): unknown {
  if (typeof data === 'object' && data !== null && 'term' in data) return data.term
  return `${JSON.stringify(data) ?? 'nothing'}, without a term`
}
