import { linearizableRegister, simulate } from '@five-pillars/simulator'
import type { Call, Client, Env, Node, NodeId, Outcome, Scenario } from '@five-pillars/simulator'

/** The board in a station: which platform the train leaves from, on several copies. */
export const board = {
  firstPlatform: 3,
  meanDelayMs: 10,
  /** Shortest and longest time between the calls of one client. */
  gapMs: [10, 50],
  readers: 4,
  runMs: 500,
} as const

export interface Quorums {
  copies: number
  /** How many copies a read waits for. */
  reads: number
  /** How many copies a write waits for. */
  writes: number
  /** A reader stores what it saw at as many copies as a write would, before it answers. */
  writeBack: boolean
}

interface Version {
  /** Counts the writes, from 1; 0 is what was there before. */
  version: number
  platform: number
}

/** `round` says which question an answer belongs to. */
export type BoardMessage = { round: number } & ({ t: 'ask' } | ({ t: 'store' | 'has' } & Version))

const FIRST: Version = { version: 0, platform: board.firstPlatform }
const WRITER = 'c1'
const CLIENTS = 1 + board.readers
const NAMES = ['A', 'B', 'C', 'D', 'E'] as const

/**
 * One writer and some readers of a replicated register. Nothing crashes, nothing is lost and no
 * clock is read; each message takes its own random time, and that is all. A run is judged by
 * whether it is linearizable. With a write-back it is the register of Attiya, Bar-Noy and Dolev
 * (1995, section 3).
 */
export function register(quorums: Quorums): Scenario<BoardMessage> {
  const copies = NAMES.slice(0, quorums.copies)
  return simulate<BoardMessage>({
    name: quorums.writeBack ? 'board-with-write-back' : 'board',
    nodes: copies,
    make: (env) => new Copy(env),
    clients: {
      count: CLIENTS,
      make: (env) => new Caller(env, copies, quorums),
      gapMs: board.gapMs,
      timeoutMs: board.runMs,
      next: (_rng, { client, unique }) =>
        client === WRITER
          ? { kind: 'write', value: board.firstPlatform + Math.ceil(unique / CLIENTS) }
          : { kind: 'read' },
      describe: describeCall,
    },
    profile: { latencyMs: board.meanDelayMs, spread: 'exponential' },
    faults: [],
    healAt: 1,
    runMs: board.runMs,
    atEnd: [linearizableRegister('time never runs backwards for anybody', board.firstPlatform)],
    label: labelOf,
  })
}

class Copy implements Node<BoardMessage> {
  readonly #env: Env<BoardMessage>
  #newest = FIRST

  constructor(env: Env<BoardMessage>) {
    this.#env = env
  }

  start(): void {
    this.#tell()
  }

  onMessage(from: NodeId, msg: BoardMessage): void {
    if (msg.t === 'store' && msg.version > this.#newest.version) {
      this.#newest = { version: msg.version, platform: msg.platform }
      this.#tell()
    }
    this.#env.send(from, { t: 'has', round: msg.round, ...this.#newest })
  }

  onTimer(): void {}

  #tell(): void {
    this.#env.emit('platform', this.#newest.platform)
  }
}

/** What to do with the newest version that a quorum has. */
type Then = (newest: Version) => void

class Caller implements Client<BoardMessage> {
  readonly #env: Env<BoardMessage>
  readonly #copies: readonly NodeId[]
  readonly #quorums: Quorums
  #writes = 0
  #round = 0
  #heard: Version[] = []
  #need = 0
  #then: Then = () => {}

  constructor(env: Env<BoardMessage>, copies: readonly NodeId[], quorums: Quorums) {
    this.#env = env
    this.#copies = copies
    this.#quorums = quorums
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    const platform = writtenBy(input)
    if (platform !== null) {
      const version = ++this.#writes
      this.#store({ version, platform }, () => done({ kind: 'ok', output: 'on the board' }))
      return
    }
    const answer: Then = (newest) => done({ kind: 'ok', output: newest.platform })
    this.#send({ t: 'ask' }, this.#quorums.reads, (newest) => {
      if (this.#quorums.writeBack) this.#store(newest, () => answer(newest))
      else answer(newest)
    })
  }

  onMessage(_from: NodeId, msg: BoardMessage): void {
    if (msg.t !== 'has' || msg.round !== this.#round) return
    this.#heard.push({ version: msg.version, platform: msg.platform })
    if (this.#heard.length !== this.#need) return
    this.#then(this.#heard.reduce((a, b) => (b.version > a.version ? b : a)))
  }

  onTimer(): void {}

  #store(what: Version, then: Then): void {
    this.#send({ t: 'store', ...what }, this.#quorums.writes, then)
  }

  /** Sends to every copy and hears the first ones that answer. */
  #send(what: { t: 'ask' } | ({ t: 'store' } & Version), need: number, then: Then): void {
    const round = ++this.#round
    this.#heard = []
    this.#need = need
    this.#then = then
    for (const copy of this.#copies) this.#env.send(copy, { ...what, round })
  }
}

function writtenBy(input: unknown): number | null {
  const isWrite = typeof input === 'object' && input !== null && 'value' in input
  return isWrite && typeof input.value === 'number' ? input.value : null
}

function describeCall({ input }: Call): string {
  const platform = writtenBy(input)
  return platform === null ? 'look' : `now platform ${platform}`
}

function labelOf(msg: BoardMessage): string {
  switch (msg.t) {
    case 'ask':
      return 'which?'
    case 'store':
      return `store ${msg.platform}`
    case 'has':
      return `has ${msg.platform}`
  }
}
