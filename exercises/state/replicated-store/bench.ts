import { createRng, deepFreeze, SmallDisk } from '@five-pillars/simulator'
import type { Env, NodeId } from '@five-pillars/simulator'

import { BrokenPromise } from './broken.ts'
import type { Subject } from './scenario.ts'
import type { Backup, Entry, Replica, ReplicaOptions, ReplMsg } from './src/replicated-store.ts'
import { Conversation, describe, name, writeText } from './words.ts'

/** Far more than any honest replica does in one step, or timers in one wait. */
const CALLS_MAX = 10_000
const AT_ONCE_MAX = 200

/** An epoch that nobody has heard of. */
const NEWEST = 1_000_000

const seen: ReadonlySet<string> = new Set(['leader', 'acked', 'refused', 'restored'])

export interface Setup {
  /** All members; the first one is the replica itself. Default a, b and c. */
  readonly members?: readonly [NodeId, ...NodeId[]]
  /** Default `quorum`. */
  readonly mode?: ReplicaOptions['mode']
  /** Where its story is told; default: one of its own. */
  readonly conversation?: Conversation
  /** What is on its disk; default: nothing. */
  readonly disk?: ReadonlyMap<string, unknown>
}

/** What a crash right after it would leave on the disk. */
interface Witnessed {
  readonly disk: ReadonlyMap<string, unknown>
}

export interface Sent extends Witnessed {
  readonly at: number
  readonly to: NodeId
  readonly msg: ReplMsg
}

export interface Happened extends Witnessed {
  readonly event: string
  readonly data: unknown
}

/** One replica of a submission, with nobody around: what others say, the caller makes up. */
export class Bench {
  readonly id: NodeId
  readonly peers: readonly NodeId[]
  readonly mode: ReplicaOptions['mode']
  readonly conversation: Conversation
  /** All that was sent so far. */
  readonly sent: Sent[] = []
  /** All that was emitted so far, of the four events that the brief knows. */
  readonly events: Happened[] = []
  /** What its clock shows beyond the time that has passed, in milliseconds. */
  skewMs = 0
  readonly #subject: Subject
  readonly #rng = createRng(1)
  readonly #timers = new Map<string, number>()
  #disk: SmallDisk
  #replica: Replica
  #now = 0
  #life = 0
  #calls = 0
  #atOnce = 0
  #requests = 0

  constructor(subject: Subject, setup: Setup = {}) {
    const { members = ['a', 'b', 'c'], mode = 'quorum', conversation, disk } = setup
    const [id, ...peers] = members
    this.#subject = subject
    this.id = id
    this.peers = peers
    this.mode = mode
    this.conversation = conversation ?? new Conversation()
    this.#disk = new SmallDisk(disk ?? new Map())
    this.#replica = this.#boot()
  }

  /** Time that has passed, in milliseconds. */
  get now(): number {
    return this.#now
  }

  /** Lets a message arrive; returns what the replica sends at once. */
  receive(from: NodeId, msg: ReplMsg): readonly Sent[] {
    const arrival = `${name(from)} → ${name(this.id)} ${describe(msg)}`
    return this.#step(arrival, () => this.#replica.onMessage(from, deepFreeze(msg)))
  }

  /** Somebody writes; returns the id of the request. */
  put(key: string, value: string | null): string {
    const id = `r${++this.#requests}`
    const what = `put ${writeText({ key, value })} (${id})`
    this.#step(`${name(this.id)}: ${what}`, () => this.#replica.put(key, value, id))
    return id
  }

  promote(epoch: number): readonly Sent[] {
    const what = `${name(this.id)}: promote to epoch ${epoch}`
    return this.#step(what, () => this.#replica.promote(epoch))
  }

  takeBackup(): Backup {
    this.conversation.tell(`${name(this.id)}: take a backup`)
    this.#calls = 0
    return this.#replica.takeBackup()
  }

  restoreFrom(backup: Backup, upTo: number): readonly Sent[] {
    const what = `${name(this.id)}: restore the state of ${upTo} ms`
    return this.#step(what, () => this.#replica.restoreFrom(backup, upTo))
  }

  /** How often an event came, with this data if any is given. */
  count(event: string, ...data: readonly [] | readonly [unknown]): number {
    const isIt = (one: Happened): boolean => data.length === 0 || one.data === data[0]
    return this.events.filter((one) => one.event === event && isIt(one)).length
  }

  /** Lets time pass until a moment, or until something that was sent makes `done` true. */
  passTo(at: number, done: (sent: Sent) => boolean = () => false): boolean {
    for (let fired = 0; ; fired++) {
      const next = [...this.#timers].toSorted(([, a], [, b]) => a - b)[0]
      if (next === undefined || next[1] > at) break
      if (fired > CALLS_MAX) this.broken(`${name(this.id)} sets timer after timer.`)
      if (this.#fire(next[0], next[1]).some((one) => done(one))) return true
    }
    this.#now = Math.max(this.#now, at)
    return false
  }

  /** Takes the replica away and makes a new one from what is left on the disk. */
  restart(disk: ReadonlyMap<string, unknown> = this.#disk.synced): void {
    const left = disk.size === 0 ? ' with an empty disk' : ''
    this.conversation.tell(`${name(this.id)} crashes and starts again${left}`)
    this.#disk = new SmallDisk(disk)
    this.#replica = this.#boot()
  }

  /** The log that another life of the replica finds on a disk, as it tells whoever fences it. */
  logOn(disk: ReadonlyMap<string, unknown> = this.#disk.synced): readonly Entry[] {
    const setup = { members: [this.id, ...this.peers] as const, mode: this.mode, disk }
    const sent = new Bench(this.#subject, setup).receive(this.peers[0] ?? '', {
      t: 'Fence',
      epoch: NEWEST,
    })
    const answer = sent.find(({ msg }) => msg.t === 'Fenced')?.msg
    if (answer?.t === 'Fenced') return answer.log
    this.conversation.tell(`${name(this.id)} starts again from that disk; Fence, epoch ${NEWEST}`)
    return this.broken(`${name(this.id)} did not answer a Fence with its log.`)
  }

  /** Ends the test with a sentence and with what led to it. */
  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.conversation.text}`)
  }

  #boot(): Replica {
    this.#life++
    this.#timers.clear()
    const members = [this.id, ...this.peers]
    const replica = this.#subject.createReplica(this.#env(this.#life), { mode: this.mode, members })
    this.#replica = replica
    this.#step(undefined, () => replica.start())
    return replica
  }

  #fire(timer: string, at: number): readonly Sent[] {
    this.#timers.delete(timer)
    if (at > this.#now) this.#atOnce = 0
    if (++this.#atOnce > AT_ONCE_MAX) this.broken('It sets timer after timer, all due at once.')
    const waited = at - this.#now
    this.#now = Math.max(this.#now, at)
    const when = waited > 0 ? `${Math.round(waited)} ms later` : undefined
    return this.#step(when, () => this.#replica.onTimer(timer))
  }

  #step(cause: string | undefined, act: () => unknown): readonly Sent[] {
    const sentBefore = this.sent.length
    const eventsBefore = this.events.length
    this.#calls = 0
    const result = act()
    if (typeof result === 'object' && result !== null && 'then' in result) {
      this.broken('A handler returned a promise; it has to do all its work before it returns.')
    }
    const sent = this.sent.slice(sentBefore)
    this.#tell(cause, sent, this.events.slice(eventsBefore))
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

  /** What a replica tells itself arrives at once. */
  #settle(sent: readonly Sent[]): readonly Sent[] {
    return sent.flatMap(({ to, msg }) => {
      if (to !== this.id) return []
      if (++this.#atOnce > AT_ONCE_MAX) this.broken('It sends message after message to itself.')
      return this.receive(this.id, msg)
    })
  }

  #tell(cause: string | undefined, sent: readonly Sent[], events: readonly Happened[]): void {
    const byText = Map.groupBy(sent, ({ msg }) => describe(msg))
    const said = [...byText].map(([text, all]) => {
      return `${name(this.id)} → ${all.map(({ to }) => name(to)).join(', ')} ${text}`
    })
    const emitted = events.map(({ event, data }) => `${name(this.id)}: ${event} ${dataText(data)}`)
    const line = [cause, ...said, ...emitted].filter((each) => each !== undefined).join('; ')
    // A timer that says nothing is nobody's business.
    if (said.length + emitted.length > 0 || cause?.endsWith(' later') === false) {
      this.conversation.tell(line)
    }
  }

  #env(life: number): Env<ReplMsg> {
    const counts = (): boolean => {
      if (++this.#calls > CALLS_MAX) this.broken(`A step makes more than ${CALLS_MAX} calls.`)
      return life === this.#life
    }
    return {
      id: this.id,
      peers: this.peers,
      now: () => this.#now + this.skewMs,
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
        if (!counts() || !seen.has(event)) return
        this.events.push({ event, data, disk: this.#disk.synced })
      },
    }
  }
}

function dataText(data: unknown): string {
  if (typeof data === 'string') return data
  if (typeof data !== 'object' || data === null || !('epoch' in data)) return String(data)
  return `of epoch ${String(data.epoch)}`
}
