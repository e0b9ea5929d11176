import { simulate } from '@five-pillars/simulator'
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

/**
 * Two robots keep one address up to date. Each takes a plan, looks whether it is newer than what is
 * there, and writes it; after writing, a robot deletes what is many plans old. After the report on
 * Amazon DynamoDB in us-east-1, October 2025: see the case of that name in content.
 */
const RECORD = 'record'
const ROBOTS = ['one', 'two'] as const
/** A plan that is so much older than the one just written is tidied away. */
const OLD_BY = 4
/** What was there at first, and the plans that the robots take up. */
const FIRST_PLAN = 6
const PLANS = { one: { plan: 7, at: 20 }, two: { plan: 12, at: 60 } } as const

export type RobotMessage =
  | { t: 'look' }
  | { t: 'there' | 'write'; plan: number }
  | { t: 'written' }
  | { t: 'tidy'; before: number }
  | { t: 'resolve' }
  | { t: 'address'; plan: number | null }

/** @param refusesOlder whether the record itself refuses a plan that is older than what it holds */
export function robots(refusesOlder: boolean): Scenario<RobotMessage> {
  return simulate<RobotMessage>({
    name: 'robots',
    nodes: [...ROBOTS, RECORD],
    make(env) {
      if (env.id === RECORD) return new Address(env, refusesOlder)
      return new Robot(env, env.id === 'one' ? PLANS.one : PLANS.two)
    },
    clients: {
      count: 1,
      make: (env) => new Customer(env),
      gapMs: [1000, 1000],
      timeoutMs: 1000,
      next: () => null,
      describe: describeCall,
    },
    profile: { latencyMs: 12 },
    faults: [],
    healAt: 1,
    runMs: 300,
    atEnd: [alwaysAnAddress],
    label: labelOf,
  })
}

/** The first robot becomes slow between its look and its write; a customer asks before and after. */
export const slowRobot: RunOptions = {
  seed: 1,
  runMs: 260,
  profile: { spread: 'constant', latencyMs: 12 },
  plan: [{ kind: 'pause', at: 38, for: 76, node: 'one' }],
  workload: [
    { client: 'c1', at: 3, call: { key: RECORD, input: null } },
    { client: 'c1', at: 190, call: { key: RECORD, input: null } },
  ],
}

const alwaysAnAddress: EndCheck = {
  kind: 'end',
  text: 'there is always an address',
  check({ emitted }) {
    const empty = emitted.find(({ event }) => event === 'is empty')
    return empty === undefined
      ? null
      : { at: empty.at, node: empty.node, text: 'the record is empty' }
  },
}

class Address implements Node<RobotMessage> {
  readonly #env: Env<RobotMessage>
  readonly #refusesOlder: boolean
  #plan: number | null = FIRST_PLAN
  #newest = FIRST_PLAN

  constructor(env: Env<RobotMessage>, refusesOlder: boolean) {
    this.#env = env
    this.#refusesOlder = refusesOlder
  }

  start(): void {
    this.#env.emit('has plan', FIRST_PLAN)
  }

  onMessage(from: NodeId, msg: RobotMessage): void {
    if (msg.t === 'look') this.#env.send(from, { t: 'there', plan: this.#plan ?? 0 })
    if (msg.t === 'resolve') this.#env.send(from, { t: 'address', plan: this.#plan })
    if (msg.t === 'write') this.#write(from, msg.plan)
    if (msg.t === 'tidy' && this.#plan !== null && this.#plan < msg.before) {
      this.#plan = null
      this.#env.emit('is empty')
    }
  }

  onTimer(): void {}

  #write(from: NodeId, plan: number): void {
    if (this.#refusesOlder && plan < this.#newest) {
      this.#env.emit('refuses plan', plan)
      return
    }
    this.#plan = plan
    this.#newest = Math.max(this.#newest, plan)
    this.#env.emit('has plan', plan)
    this.#env.send(from, { t: 'written' })
  }
}

class Robot implements Node<RobotMessage> {
  readonly #env: Env<RobotMessage>
  readonly #plan: number
  readonly #at: number

  constructor(env: Env<RobotMessage>, { plan, at }: { plan: number; at: number }) {
    this.#env = env
    this.#plan = plan
    this.#at = at
  }

  start(): void {
    this.#env.setTimer('take', this.#at)
  }

  onMessage(_from: NodeId, msg: RobotMessage): void {
    if (msg.t === 'there' && msg.plan < this.#plan) {
      this.#env.send(RECORD, { t: 'write', plan: this.#plan })
    }
    // It tidies up a little later: what it has written has to be seen everywhere first.
    if (msg.t === 'written') this.#env.setTimer('tidy', 30)
  }

  onTimer(name: string): void {
    if (name === 'tidy') {
      this.#env.send(RECORD, { t: 'tidy', before: this.#plan - OLD_BY })
      return
    }
    this.#env.emit('takes plan', this.#plan)
    this.#env.send(RECORD, { t: 'look' })
  }
}

class Customer implements Client<RobotMessage> {
  readonly #env: Env<RobotMessage>
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<RobotMessage>) {
    this.#env = env
  }

  start(): void {}

  perform(_call: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    this.#env.send(RECORD, { t: 'resolve' })
  }

  onMessage(_from: NodeId, msg: RobotMessage): void {
    if (msg.t !== 'address') return
    this.#done({ kind: 'ok', output: msg.plan === null ? 'no address' : `plan ${msg.plan}` })
  }

  onTimer(): void {}
}

function describeCall(): string {
  return 'where is it?'
}

function labelOf(msg: RobotMessage): string {
  switch (msg.t) {
    case 'look':
      return 'what is there?'
    case 'there':
      return `plan ${msg.plan}`
    case 'write':
      return `write plan ${msg.plan}`
    case 'written':
      return 'written'
    case 'tidy':
      return `delete before ${msg.before}`
    case 'resolve':
      return 'where is it?'
    case 'address':
      return msg.plan === null ? 'nowhere' : `as in plan ${msg.plan}`
  }
}
