import { emitted, simulate } from '@five-pillars/simulator'
import type { Call, Client, Env, NodeId, Outcome, Rng, Scenario } from '@five-pillars/simulator'

import {
  allOrNothing,
  commitsEverywhere,
  commitsOnce,
  decides,
  waitsForWord,
} from './commit-rules.ts'
import { inDoubt } from './dangers.ts'
import { atDesk, atPlace } from './machines.ts'
import type { WorldMsg } from './machines.ts'
import { endsWhole, inReverse, stepsOnce, toldTruly } from './saga-rules.ts'
import type { Subject } from './subject.ts'
import { labelOf } from './words.ts'

export type { Subject } from './subject.ts'

/** When everything stops breaking, and when nobody begins anything any more. */
export const times = { runMs: 4400, healMs: 900, quietMs: 1200 } as const

/** What the worlds must have met before they say anything about a submission. */
export const dangers = [
  'crash',
  'restart',
  'pause',
  'partition',
  'lost',
  'duplicate',
  emitted('committed'),
  emitted('aborted'),
  emitted('done'),
  emitted('undone'),
  inDoubt,
] as const

/** What a client asks the desk for. */
export type Wish =
  /** A transaction of these places, from 0; one of them may refuse, and one may only read. */
  | { readonly kind: 'commit'; readonly name: string; readonly parts: readonly NodeId[] }
  | { readonly kind: 'saga'; readonly name: string }

/** A saga may keep what comes during a call in a queue, and answer all of it in one step. */
const HOPS = 64

const places = ['seat', 'card', 'mail', 'miles'] as const

/**
 * A desk, and two or four places. One client has transactions committed everywhere, the other one
 * starts sagas, which go through all places in their order. Everything breaks in the first 900 ms.
 *
 * Run it with `runAsync`.
 */
export function scenario(subject: Subject): Scenario<WorldMsg> {
  return simulate<WorldMsg>({
    name: 'commit-and-saga',
    nodes: ['desk', ...places],
    promising: ['desk', ...places],
    hops: HOPS,
    make: (env, { servers: [desk, ...steps] }) =>
      env.id === desk ? atDesk(env, subject, steps) : atPlace(env, subject, steps),
    clients: {
      count: 2,
      gapMs: [60, 160],
      timeoutMs: 200,
      next: (rng, { client, unique }) =>
        client === 'c1' ? drawCommit(rng, unique) : drawSaga(rng, unique),
      make: (env, { servers }) => new Caller(env, servers),
      describe: ({ input }) => describeWish(input),
    },
    profile: 'swarm',
    runMs: times.runMs,
    healAt: times.healMs / times.runMs,
    faults: ['crash', 'pause', 'partition', 'isolate', 'cut', 'swizzle', 'slow', 'loss'],
    adversary: [
      { name: 'put', on: 'put', strike: 'crash', forMs: [1, 300] },
      { name: 'sync', on: 'sync', strike: 'crash', forMs: [1, 300] },
      { name: 'yes', on: 'send', when: isYes, strike: 'crash', forMs: [1, 300] },
      { name: 'decision', on: 'send', when: isDecision, strike: 'crash', forMs: [1, 300] },
      { name: 'answer', on: 'send', when: isAnswer, strike: 'crash', forMs: [1, 300] },
      { name: 'preparation', on: 'emit', event: 'prepared', strike: 'isolate', forMs: [50, 500] },
    ],
    always: [waitsForWord, allOrNothing, commitsOnce, stepsOnce, inReverse],
    sometimes: dangers.filter((danger) => typeof danger !== 'string'),
    atEnd: [toldTruly, commitsEverywhere, endsWhole, decides],
    label: labelOf,
    limits: { eventsMax: 20_000, inFlightMax: 1000 },
  })
}

const REFUSES = 0.2
const READS = 0.2

/** Some places refuse, and some only read: the name says it, as their databases know no more. */
function drawCommit(rng: Rng, unique: number): Wish {
  const parts = rng.shuffle(places).slice(0, 2 + rng.int(places.length - 1))
  const refuses = rng.next() < REFUSES ? `!${rng.pick(places)}` : ''
  const reads = rng.next() < READS ? `?${rng.pick(places)}` : ''
  return { kind: 'commit', name: `t${unique}${refuses}${reads}`, parts }
}

function drawSaga(rng: Rng, unique: number): Wish {
  const refuses = rng.next() < 2 * REFUSES ? `!${rng.pick(places)}` : ''
  return { kind: 'saga', name: `s${unique}${refuses}` }
}

/** Somebody at the desk, who waits until it is over. */
class Caller implements Client<WorldMsg> {
  readonly #env: Env<WorldMsg>
  readonly #servers: readonly NodeId[]
  #open: { readonly name: string; readonly done: (outcome: Outcome) => void } | undefined

  constructor(env: Env<WorldMsg>, servers: readonly NodeId[]) {
    this.#env = env
    this.#servers = servers
  }

  start(): void {}

  onTimer(): void {}

  onMessage(_from: NodeId, msg: WorldMsg): void {
    if (msg.t !== 'Over' || msg.name !== this.#open?.name) return
    this.#open.done({ kind: 'ok', output: msg.how })
    this.#open = undefined
  }

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    const [desk] = this.#servers
    if (desk === undefined || !isWish(input) || this.#env.now() > times.quietMs) {
      return done({ kind: 'fail', reason: 'nobody begins anything any more' })
    }
    this.#open = { name: input.name, done }
    if (input.kind === 'saga') return this.#env.send(desk, { t: 'Start', name: input.name })
    // A world may have fewer places than the scenario.
    const parts = input.parts.filter((part) => this.#servers.includes(part))
    const [, only] = this.#servers
    const some = parts.length > 0 || only === undefined ? parts : [only]
    this.#env.send(desk, { t: 'Begin', name: input.name, parts: some })
  }
}

function isWish(input: unknown): input is Wish {
  return typeof input === 'object' && input !== null && 'kind' in input && 'name' in input
}

function describeWish(input: unknown): string {
  if (!isWish(input)) return 'nothing'
  return input.kind === 'saga'
    ? `start saga ${input.name}`
    : `commit ${input.name} at ${input.parts.join(', ')}`
}

function isYes(msg: WorldMsg): boolean {
  return msg.t === 'Vote' && msg.vote === 'yes'
}

function isDecision(msg: WorldMsg): boolean {
  return msg.t === 'Decide'
}

function isAnswer(msg: WorldMsg): boolean {
  return msg.t === 'Answer'
}
