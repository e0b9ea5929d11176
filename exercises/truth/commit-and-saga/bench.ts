import { createRng, deepFreeze, SmallDisk } from '@five-pillars/simulator'
import type { Env, Node, NodeId } from '@five-pillars/simulator'

import { BrokenPromise } from './broken.ts'
import type { SagaMsg, TxMsg } from './src/commit-and-saga.ts'
import { Conversation, describe, name } from './words.ts'

/** Far more than any honest machine does in one step, or timers in one wait. */
const CALLS_MAX = 10_000
const AT_ONCE_MAX = 200

const seen: ReadonlySet<string> = new Set(['committed', 'aborted', 'done', 'undone'])

/** A submission and its database share a disk, and not its keys. */
const KEYS = 'its own: '

/** What a crash right after it would leave on the disk. */
interface Witnessed {
  readonly disk: ReadonlyMap<string, unknown>
}

export interface Sent<M> extends Witnessed {
  readonly at: number
  readonly to: NodeId
  readonly msg: M
}

export interface Happened extends Witnessed {
  readonly event: string
  readonly data: unknown
}

export interface Setting<M, N extends Node<M>> {
  readonly id: NodeId
  /** Makes one life of what is looked at, with the disk of the bench. */
  readonly make: (env: Env<M>, disk: SmallDisk) => N
  /** The others; default: whoever is spoken of. */
  readonly peers?: readonly NodeId[]
}

/** One part of a submission, with nobody around: what others say, the caller makes up. */
export class Bench<M extends TxMsg | SagaMsg, N extends Node<M>> {
  readonly id: NodeId
  readonly conversation = new Conversation()
  /** All that was sent so far. */
  readonly sent: Sent<M>[] = []
  /** All that was emitted so far, of the four events that the brief knows. */
  readonly events: Happened[] = []
  /** How many more times the disk is written or synced before the power goes. */
  writesLeft = Infinity
  /** How often the power has gone. */
  crashes = 0
  readonly #setting: Setting<M, N>
  readonly #rng = createRng(1)
  readonly #timers = new Map<string, number>()
  #disk = new SmallDisk(new Map())
  #node: N
  #now = 0
  #life = 0
  #calls = 0
  #atOnce = 0
  #isDown = false

  constructor(setting: Setting<M, N>) {
    this.#setting = setting
    this.id = setting.id
    this.#node = this.#make()
  }

  get now(): number {
    return this.#now
  }

  /** The object of this life: not for calls, which belong into a step. */
  protected get node(): N {
    return this.#node
  }

  /** What a crash in this moment would leave. */
  get synced(): ReadonlyMap<string, unknown> {
    return this.#disk.synced
  }

  protected get disk(): SmallDisk {
    return this.#disk
  }

  /** When the next timer goes off, and which one it is. */
  protected get next(): readonly [timer: string, at: number] | undefined {
    return [...this.#timers].toSorted(([, a], [, b]) => a - b)[0]
  }

  /** How often an event came, with this data if any is given. */
  count(event: string, ...data: readonly [] | readonly [unknown]): number {
    const isIt = (one: Happened): boolean => data.length === 0 || one.data === data[0]
    return this.events.filter((one) => one.event === event && isIt(one)).length
  }

  /** Ends the test with a sentence and with what led to it. */
  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.conversation.text}`)
  }

  /** Begins a step: what it does is told by `told`. */
  protected act(act: (node: N) => unknown): void {
    this.#calls = 0
    act(this.#node)
  }

  protected arrives(from: NodeId, msg: M): string {
    return `${name(from)} → ${name(this.id)} ${describe(msg)}`
  }

  /** Lets the next timer go off. */
  protected fire([timer, at]: readonly [timer: string, at: number]): void {
    this.#timers.delete(timer)
    if (at > this.#now) this.#atOnce = 0
    if (++this.#atOnce > AT_ONCE_MAX) this.broken('It sets timer after timer, all due at once.')
    this.#now = Math.max(this.#now, at)
    this.act((node) => node.onTimer(timer))
  }

  protected waitTo(at: number): void {
    this.#now = Math.max(this.#now, at)
    this.#atOnce = 0
  }

  /** Tells what came of a step that something has caused; starts again where the power went. */
  protected told(cause: string | undefined, sentBefore: number, eventsBefore: number): void {
    const byText = Map.groupBy(this.sent.slice(sentBefore), ({ msg }) => describe(msg))
    const said = [...byText].map(([text, all]) => {
      return `${name(this.id)} → ${all.map(({ to }) => name(to)).join(', ')} ${text}`
    })
    const happened = this.events.slice(eventsBefore).map(({ event, data }) => {
      return `${name(this.id)}: ${event} ${name(String(data))}`
    })
    const line = [cause, ...said, ...happened].filter((each) => each !== undefined).join('; ')
    if (line !== '') this.conversation.tell(line)
  }

  protected get isDown(): boolean {
    return this.#isDown
  }

  /** Takes the machine away and makes a new one from a disk; to be followed by its `start`. */
  protected reboot(disk: ReadonlyMap<string, unknown>): void {
    this.conversation.tell(`${name(this.id)} crashes and starts again`)
    this.#disk = new SmallDisk(disk)
    this.#node = this.#make()
  }

  #make(): N {
    this.#life++
    this.#isDown = false
    this.#timers.clear()
    this.#calls = 0
    return this.#setting.make(this.#env(this.#life), this.#disk)
  }

  #env(life: number): Env<M> {
    const disk = this.#disk
    const counts = (): boolean => {
      if (++this.#calls > CALLS_MAX) this.broken(`A step makes more than ${CALLS_MAX} calls.`)
      return life === this.#life && !this.#isDown
    }
    const written = (): void => {
      if (--this.writesLeft > 0 || this.#isDown) return
      this.writesLeft = Infinity
      this.crashes++
      this.#isDown = true
    }
    return {
      id: this.id,
      peers: this.#setting.peers ?? [],
      now: () => this.#now,
      rng: this.#rng,
      send: (to, msg) => {
        if (!counts()) return
        this.sent.push({ at: this.#now, to, msg: deepFreeze(msg), disk: disk.synced })
      },
      setTimer: (timer, ms) => {
        if (!Number.isFinite(ms) || ms < 0) {
          this.broken(`setTimer(${JSON.stringify(timer)}, ${ms}): that is no time.`)
        }
        if (counts()) this.#timers.set(timer, this.#now + ms)
      },
      clearTimer: (timer) => void (counts() && this.#timers.delete(timer)),
      disk: {
        get: (key) => disk.get(KEYS + key),
        put: (key, value) => {
          if (!counts()) return
          disk.put(KEYS + key, value)
          written()
        },
        sync: () => {
          if (!counts()) return
          disk.sync()
          written()
        },
      },
      emit: (event, data) => {
        if (counts() && seen.has(event)) this.events.push({ event, data, disk: disk.synced })
      },
    }
  }
}

/** When a timer goes off, in a few words. */
export function later(ms: number): string {
  return ms < 1 ? 'then' : `${Math.round(ms)} ms later`
}
