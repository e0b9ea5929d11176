import { linearizableRegister, simulate } from '@five-pillars/simulator'
import type {
  Call,
  Client,
  EndCheck,
  Env,
  Node,
  NodeId,
  Outcome,
  RunOptions,
  Scenario,
} from '@five-pillars/simulator'

/** Three copies; writes wait for two of them, reads take the first two that answer. */
export const shop = {
  copies: ['A', 'B', 'C'],
  quorum: 2,
  meanDelayMs: 10,
  /** Shortest and longest time between the calls of one client. */
  gapMs: [10, 50],
  readers: 4,
  runMs: 500,
} as const

interface Version {
  /** Counts the writes, from 1; 0 is what nobody wrote. */
  version: number
  value: number | null
}

/** `round` says which question an answer belongs to. Asking is storing nothing. */
export type RegisterMessage = { round: number } & (
  | { t: 'ask' }
  | ({ t: 'store' | 'has' } & Version)
)

const NOTHING: Version = { version: 0, value: null }
const WRITER = 'c1'
const CLIENTS = 1 + shop.readers

/**
 * One writer and some readers of a replicated register. Nothing crashes, nothing is lost and no
 * clock is read; each message takes its own random time, and that is all.
 *
 * @param writeBack whether a reader stores what it saw at a quorum before it answers (Attiya,
 *   Bar-Noy and Dolev 1995, section 3).
 * @param atEnd what is held against the run; default: that it is linearizable
 */
export function register(
  writeBack: boolean,
  atEnd: readonly EndCheck[] = [linearizableRegister('time never runs backwards for anybody')],
): Scenario<RegisterMessage> {
  return simulate<RegisterMessage>({
    name: writeBack ? 'register-write-back' : 'register-quorums',
    nodes: shop.copies,
    make: (env) => new Copy(env),
    clients: {
      count: CLIENTS,
      make: (env) => new Caller(env, shop.copies, writeBack),
      gapMs: shop.gapMs,
      timeoutMs: shop.runMs,
      next: (_rng, { client, unique }) =>
        client === WRITER
          ? { kind: 'write', value: Math.ceil(unique / CLIENTS) }
          : { kind: 'read' },
      describe: describeCall,
    },
    profile: { latencyMs: shop.meanDelayMs, spread: 'exponential' },
    faults: [],
    healAt: 1,
    runMs: shop.runMs,
    atEnd,
    label: labelOf,
  })
}

/** What an audience can see of it: whoever reads later never reads an older value. */
export const neverBackwards: EndCheck = {
  kind: 'end',
  text: 'time never runs backwards',
  check({ history }) {
    const reads = history.filter(
      ({ input, outcome }) => outcome === 'ok' && writtenBy(input) === null,
    )
    for (const late of reads) {
      const newer = reads.find(
        (read) =>
          (read.returnedAt ?? Infinity) < late.invokedAt &&
          Number(read.output) > Number(late.output),
      )
      if (newer === undefined || late.returnedAt === null) continue
      const text = `${late.client} reads ${Number(late.output)} after ${newer.client} read ${Number(newer.output)}`
      return { at: late.returnedAt, text }
    }
    return null
  },
}

/** Two writes, and two readers who ask one after the other while the second write is on its way. */
export const shortStory: RunOptions = {
  // Of 20,000 the clearest: the write-back is over before the second reader begins.
  seed: 3878,
  runMs: 120,
  clients: 3,
  workload: [
    { client: WRITER, at: 2, call: { key: 'price', input: { kind: 'write', value: 1 } } },
    { client: WRITER, at: 42, call: { key: 'price', input: { kind: 'write', value: 2 } } },
    { client: 'c2', at: 50, call: { key: 'price', input: { kind: 'read' } } },
    { client: 'c3', at: 72, call: { key: 'price', input: { kind: 'read' } } },
  ],
}

class Copy implements Node<RegisterMessage> {
  readonly #env: Env<RegisterMessage>
  #newest = NOTHING

  constructor(env: Env<RegisterMessage>) {
    this.#env = env
  }

  start(): void {}

  onMessage(from: NodeId, msg: RegisterMessage): void {
    if (msg.t === 'store' && msg.version > this.#newest.version) {
      this.#newest = { version: msg.version, value: msg.value }
    }
    this.#env.send(from, { t: 'has', round: msg.round, ...this.#newest })
  }

  onTimer(): void {}
}

/** What to do with the newest version that a quorum has. */
type Then = (newest: Version) => void

class Caller implements Client<RegisterMessage> {
  readonly #env: Env<RegisterMessage>
  readonly #copies: readonly NodeId[]
  readonly #writeBack: boolean
  #writes = 0
  #round = 0
  #heard: Version[] = []
  #then: Then = () => {}

  constructor(env: Env<RegisterMessage>, copies: readonly NodeId[], writeBack: boolean) {
    this.#env = env
    this.#copies = copies
    this.#writeBack = writeBack
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    const value = writtenBy(input)
    if (value !== null) {
      const version = ++this.#writes
      this.#send({ t: 'store', version, value }, () => done({ kind: 'ok', output: null }))
      return
    }
    const answer: Then = (newest) => done({ kind: 'ok', output: newest.value })
    this.#send({ t: 'ask' }, (newest) => {
      if (this.#writeBack) this.#send({ t: 'store', ...newest }, () => answer(newest))
      else answer(newest)
    })
  }

  onMessage(_from: NodeId, msg: RegisterMessage): void {
    if (msg.t !== 'has' || msg.round !== this.#round) return
    this.#heard.push({ version: msg.version, value: msg.value })
    if (this.#heard.length !== shop.quorum) return
    this.#then(this.#heard.reduce((a, b) => (b.version > a.version ? b : a)))
  }

  onTimer(): void {}

  /** Sends to every copy and hears the first quorum. */
  #send(what: { t: 'ask' } | ({ t: 'store' } & Version), then: Then): void {
    const round = ++this.#round
    this.#heard = []
    this.#then = then
    for (const copy of this.#copies) this.#env.send(copy, { ...what, round })
  }
}

function writtenBy(input: unknown): number | null {
  const isWrite = typeof input === 'object' && input !== null && 'value' in input
  return isWrite && typeof input.value === 'number' ? input.value : null
}

function describeCall({ input }: Call): string {
  const value = writtenBy(input)
  return value === null ? 'read' : `write ${value}`
}

function labelOf(msg: RegisterMessage): string {
  switch (msg.t) {
    case 'ask':
      return 'read'
    case 'store':
      return `store ${msg.value ?? 'nothing'}`
    case 'has':
      return `has ${msg.value ?? 'nothing'}`
  }
}
