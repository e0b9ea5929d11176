import { disturbed, linearizableRegister, simulate } from '@five-pillars/simulator'
import type { Call, Client, EndCheck, Env, Scenario } from '@five-pillars/simulator'

import type { RegisterClient, RegMsg, Timestamp } from './src/abd-register.ts'
import type * as starter from './src/abd-register.ts'

/** What a submission exports. */
export type Subject = Pick<typeof starter, 'createReplica' | 'createClient'>

/** Longer than any run: a call stays open until it is answered, so a client has one at a time. */
const NEVER_MS = 3_600_000

/** With a majority up and no messages lost, a call takes two round trips of 30 ms in the mean. */
const ANSWERED_WITHIN_MS = 500

const WRITES = 0.4

/**
 * Four clients share one register. Its replicas crash, stand still and are slow; messages take
 * 15 ms in the mean, some are lost, some come twice. From the healing on nothing goes wrong.
 *
 * Run it with `runAsync`. A profile of a run may ask for 5 replicas instead of 3.
 */
export function scenario(subject: Subject): Scenario<RegMsg> {
  return simulate<RegMsg>({
    name: 'abd-register',
    nodes: ['a', 'b', 'c', 'd', 'e'],
    make: (env) => subject.createReplica(env),
    clients: {
      count: 4,
      gapMs: [5, 60],
      timeoutMs: NEVER_MS,
      next: (rng, { unique }) =>
        rng.next() < WRITES ? { kind: 'write', value: `v${unique}` } : { kind: 'read' },
      make: (env, { servers }) =>
        createCaller(env, subject.createClient(env, { replicas: servers })),
      describe: describeCall,
    },
    profile: {
      nodes: 3,
      latencyMs: 15,
      spread: 'exponential',
      loss: 0.02,
      duplicate: 0.05,
      skewMs: 50,
    },
    runMs: 1000,
    healAt: 0.45,
    faults: ['crash', 'pause', 'slow', 'loss', 'duplicate'],
    faultsMax: 3,
    adversary: [
      { name: 'put', on: 'put', strike: 'crash', forMs: [20, 200] },
      { name: 'ack', on: 'send', when: ({ t }) => t === 'Ack', strike: 'crash', forMs: [20, 200] },
    ],
    sometimes: [
      'a read saw two timestamps',
      disturbed('crash'),
      disturbed('lost'),
      disturbed('duplicate'),
    ],
    atEnd: [linearizableRegister(), everyCallAnswered],
    label: labelOf,
    limits: { eventsMax: 20_000, inFlightMax: 2000, callsMax: 1000 },
  })
}

const everyCallAnswered: EndCheck = {
  kind: 'liveness',
  text: 'with a majority up, every call is answered',
  check({ history, healedAt, endMs }) {
    const since = Math.min(healedAt, endMs - ANSWERED_WITHIN_MS)
    const stuck = history.find(({ outcome, invokedAt }) => outcome !== 'ok' && invokedAt <= since)
    if (stuck === undefined) return null
    const call = describeCall(stuck)
    const at = Math.round(stuck.invokedAt)
    return {
      text: `${stuck.client}'s ${call} of ${at} ms was still not answered at ${endMs} ms`,
      node: stuck.client,
    }
  },
}

/** Makes the calls of a workload with a submission's client. */
function createCaller(env: Env<RegMsg>, client: RegisterClient): Client<RegMsg> {
  /** The timestamp that each request of the present read was told first. */
  let told: Map<number, Timestamp> | undefined
  return {
    start: () => client.start(),
    onTimer: (name) => client.onTimer(name),
    onMessage(from, msg) {
      if (told !== undefined && msg.t === 'Value') {
        const first = told.get(msg.id) ?? msg.ts
        told.set(msg.id, first)
        if (differ(first, msg.ts)) env.emit('a read saw two timestamps')
      }
      return client.onMessage(from, msg)
    },
    async perform({ input }, done) {
      if (isWrite(input)) {
        await client.write(input.value)
        done({ kind: 'ok', output: undefined })
        return
      }
      told = new Map()
      const value: unknown = await client.read()
      told = undefined
      done({ kind: 'ok', output: value === undefined ? 'undefined' : value })
    },
  }
}

function differ(a: Timestamp, b: Timestamp): boolean {
  return a.counter !== b.counter || a.client !== b.client
}

function isWrite(input: unknown): input is { readonly value: string } {
  if (typeof input !== 'object' || input === null || !('value' in input)) return false
  return typeof input.value === 'string'
}

function describeCall({ key, input }: Pick<Call, 'key' | 'input'>): string {
  return isWrite(input) ? `write ${key} = ${JSON.stringify(input.value)}` : `read ${key}`
}

/** A message in a few words: `Put v7 (3, c2)`. */
function labelOf(msg: RegMsg): string {
  if (msg.t === 'Get' || msg.t === 'Ack') return msg.t
  return `${msg.t} ${msg.value ?? 'null'} (${msg.ts.counter}, ${msg.ts.client})`
}
