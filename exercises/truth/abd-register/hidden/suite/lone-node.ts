import { createRng } from '@five-pillars/simulator'
import type { Env, Node, NodeId } from '@five-pillars/simulator'
import { BrokenPromise, SubjectThrew, listed, stepLines, thrownText } from '@five-pillars/suite'

import type { RegMsg } from '../../src/abd-register.ts'
import { createLoneDisk } from './lone-disk.ts'
import type { LoneDisk } from './lone-disk.ts'
import { messageText, readMessage } from './messages.ts'

/** Not 0: a clock that is taken for a counter shows. */
const START_MS = 5000

/** A chain of `await`s of one step is as long as this at most: four times what the worlds allow. */
const HOPS = 48

/** More timers within one wait count as endless. */
const TIMERS_MAX = 10_000

/** A message of the node, and what a crash in the very moment of sending would leave on its disk. */
export interface Sent {
  readonly to: NodeId
  readonly msg: RegMsg
  readonly durable: ReadonlyMap<string, unknown>
}

interface Timer {
  readonly name: string
  readonly dueMs: number
}

/**
 * A machine with one node on it and nobody else: messages go nowhere but into `sent`, messages
 * come only when a test lets them, and time passes only then.
 */
export class LoneNode {
  readonly id: NodeId
  readonly sent: Sent[] = []
  readonly #peers: readonly NodeId[]
  readonly #disk: LoneDisk
  readonly #steps: string[] = []
  #told = 0
  #timers: Timer[] = []
  #nowMs = START_MS
  #node: Node<RegMsg> | undefined

  constructor(id: NodeId, peers: readonly NodeId[], disk: ReadonlyMap<string, unknown>) {
    if (peers.length === 0) throw new Error('sentinel-abd-register-lone-node.ts: nobody to talk to')
    this.id = id
    this.#peers = peers
    this.#disk = createLoneDisk(disk)
  }

  /** What a crash at some time since the last call of this would have left on the disk. */
  takeCrashPoints(): ReadonlyMap<string, unknown>[] {
    return this.#disk.takeCrashPoints()
  }

  /** Makes the node and starts it. */
  boot<N extends Node<RegMsg>>(make: (env: Env<RegMsg>) => N): N {
    return this.call('', () => {
      const node = make(this.#env())
      this.#node = node
      node.start()
      return node
    })
  }

  /** Lets a message arrive. */
  deliver(from: NodeId, msg: RegMsg): void {
    this.call(`${from} → ${this.id}: ${messageText(msg)}`, () => this.#node?.onMessage(from, msg))
  }

  /** Lets time pass, and every timer go off that is due by then. */
  async pass(ms: number): Promise<void> {
    const until = this.#nowMs + ms
    this.#steps.push(`${ms} ms pass`)
    for (let count = 0; ; count++) {
      const [next] = this.#timers.toSorted((a, b) => a.dueMs - b.dueMs)
      if (next === undefined || next.dueMs > until) break
      if (count >= TIMERS_MAX) this.broken(`More than ${TIMERS_MAX} timers went off in ${ms} ms.`)
      this.#clearTimer(next.name)
      this.#nowMs = next.dueMs
      this.call('', () => this.#node?.onTimer(next.name))
      await this.rest()
    }
    this.#nowMs = until
  }

  /** Does something with the node as one step of the story. */
  call<T>(step: string, act: () => T): T {
    if (step !== '') this.#steps.push(step)
    try {
      return act()
    } catch (error) {
      if (error instanceof BrokenPromise) throw error
      throw new SubjectThrew(this.withStory(`${this.id} threw ${thrownText(error)}`), {
        cause: error,
      })
    } finally {
      this.#tell()
    }
  }

  /** Lets promises go on, and adds to the story what was sent meanwhile. */
  async rest(): Promise<void> {
    await settled()
    this.#tell()
  }

  broken(sentence: string): never {
    throw new BrokenPromise(this.withStory(sentence))
  }

  withStory(sentence: string): string {
    return this.#steps.length === 0 ? sentence : `${sentence}\n${stepLines(this.#steps)}`
  }

  #env(): Env<RegMsg> {
    return {
      id: this.id,
      peers: this.#peers,
      rng: createRng(START_MS),
      disk: this.#disk.disk,
      now: () => this.#nowMs,
      send: (to, msg) => this.#send(to, msg),
      setTimer: (name, ms) => {
        if (!Number.isFinite(ms) || ms < 0) this.broken(`A timer was set to ${ms} ms.`)
        this.#clearTimer(name)
        this.#timers.push({ name, dueMs: this.#nowMs + ms })
      },
      clearTimer: (name) => this.#clearTimer(name),
      emit: () => {},
    }
  }

  #tell(): void {
    const receivers = new Map<string, Set<NodeId>>()
    for (const { to, msg } of this.sent.slice(this.#told)) {
      const text = messageText(msg)
      receivers.set(text, (receivers.get(text) ?? new Set()).add(to))
    }
    this.#told = this.sent.length
    for (const [text, to] of receivers) this.#steps.push(`${this.id} → ${listed([...to])}: ${text}`)
  }

  #send(to: NodeId, msg: unknown): void {
    const read = readMessage(msg)
    if (read === undefined) this.broken(`${this.id} sent ${inJson(msg)}, which is no RegMsg.`)
    this.sent.push({ to, msg: read, durable: this.#disk.durable() })
  }

  #clearTimer(name: string): void {
    this.#timers = this.#timers.filter((timer) => timer.name !== name)
  }
}

/** Lets promises go on; nothing but the language is there, so it cannot know when all have. */
async function settled(): Promise<void> {
  for (let hop = 0; hop < HOPS; hop++) await Promise.resolve()
}

function inJson(msg: unknown): string {
  try {
    return (JSON.stringify(msg) ?? String(msg)).slice(0, 120)
  } catch {
    return 'something'
  }
}
