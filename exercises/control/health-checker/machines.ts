import type { Clock, Env, Node, NodeId } from '@five-pillars/simulator'

import type { HealthChecker, HealthCheckerOptions } from './src/health-checker.ts'
import type * as starter from './src/health-checker.ts'

/** The checker asks a target how it is, and the target says whether it is well. */
export type HealthMessage =
  | { t: 'probe'; probe: number }
  | { t: 'answer'; probe: number; isWell: boolean }

/** What is wrong with a target, if anything. */
export type Fate =
  | { readonly kind: 'steady' }
  /** For some seconds it says nothing at all, and what it was asked is forgotten. */
  | { readonly kind: 'hangs'; readonly fromMs: number; readonly forMs: number }
  /** For a moment it stands still, and answers late. */
  | { readonly kind: 'hiccups'; readonly fromMs: number; readonly forMs: number }
  /** It answers late, and always in time. */
  | { readonly kind: 'slow'; readonly shortestMs: number; readonly longestMs: number }
  /** Every second answer says that it is not well. */
  | { readonly kind: 'moody' }

/** Runs a submission's checker, and emits `up` and `down` with the name of the target. */
export class Checker implements Node<HealthMessage> {
  readonly #env: Env<HealthMessage>
  readonly #subject: HealthChecker
  readonly #answers: ((isWell: boolean) => void)[] = []
  #isOver = false

  constructor(
    env: Env<HealthMessage>,
    clock: Clock,
    create: typeof starter.createHealthChecker,
    options: HealthCheckerOptions,
  ) {
    this.#env = env
    this.#subject = create({ ...options }, clock, (id) => this.#probe(id))
  }

  start(): void {
    this.#subject.onChange((id, status) => this.#tell(id, status))
    for (const id of this.#env.peers) this.#subject.add(id)
    this.#subject.start()
  }

  onMessage(_from: NodeId, msg: HealthMessage): void {
    if (msg.t === 'answer') this.#answers[msg.probe - 1]?.(msg.isWell)
  }

  onTimer(): void {}

  /** A run that has found something ends its step with an error: that is not for the submission. */
  #tell(id: NodeId, status: string): void {
    try {
      this.#env.emit(status, id)
    } catch {
      this.#isOver = true
    }
  }

  #probe(id: NodeId): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    if (this.#isOver) return promise
    this.#env.send(id, { t: 'probe', probe: this.#answers.push(resolve) })
    return promise
  }
}

/** Answers probes as its fate allows. Emits `hangs` and `answers again`. */
export class Target implements Node<HealthMessage> {
  readonly #env: Env<HealthMessage>
  readonly #fate: Fate
  #asked = 0
  #stands = false
  readonly #late: [NodeId, HealthMessage][] = []

  constructor(env: Env<HealthMessage>, fate: Fate) {
    this.#env = env
    this.#fate = fate
  }

  start(): void {
    const fate = this.#fate
    if (fate.kind !== 'hangs' && fate.kind !== 'hiccups') return
    this.#env.setTimer('begins', fate.fromMs)
    this.#env.setTimer('ends', fate.fromMs + fate.forMs)
  }

  onMessage(checker: NodeId, { probe }: HealthMessage): void {
    const isWell = this.#fate.kind !== 'moody' || this.#asked++ % 2 === 0
    const answer = { t: 'answer', probe, isWell } as const
    if (this.#stands) {
      if (this.#fate.kind === 'hiccups') this.#late.push([checker, answer])
    } else if (this.#fate.kind === 'slow') {
      const { shortestMs, longestMs } = this.#fate
      this.#late.push([checker, answer])
      this.#env.setTimer('answer', shortestMs + this.#env.rng.next() * (longestMs - shortestMs))
    } else {
      this.#env.send(checker, answer)
    }
  }

  onTimer(name: string): void {
    if (name !== 'answer') {
      this.#stands = name === 'begins'
      if (this.#fate.kind === 'hangs') this.#env.emit(this.#stands ? 'hangs' : 'answers again')
    }
    if (this.#stands) return
    for (const [checker, answer] of this.#late.splice(0)) this.#env.send(checker, answer)
  }
}
