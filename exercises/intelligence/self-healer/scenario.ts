import { emitted, simulate } from '@five-pillars/simulator'
import type { EndCheck, Invariant, NodeId, RunEnd, Scenario } from '@five-pillars/simulator'

import { Enactor, Planner, PLANNER, Record, RECORD } from './machines.ts'
import type { RecordMessage } from './machines.ts'
import type * as starter from './src/self-healer.ts'

/** What of a submission the world is made of. */
export type Subject = Pick<typeof starter, 'createHealer'>

const ENACTORS: readonly NodeId[] = ['E1', 'E2', 'E3']

/** The world that the exercise makes its last promise for. Times are milliseconds. */
export const oneRecord = {
  options: {
    maxConcurrent: 3,
    maxPerHour: 1000,
    disruptionBudget: 2,
    minHealthyRatio: 0.25,
    coolDownMs: 1000,
  },
  balancers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
  wanted: 4,
  firstPlan: 100,
  planMs: [3000, 9000],
  staleMs: [5000, 20_000],
  stale: 0.3,
  slow: { afterMs: [2000, 12_000], forMs: [2000, 8000], byMs: [4000, 25_000] },
  breakMs: [4000, 9000],
  workMs: [100, 400],
  quietMs: 60_000,
  /** A message takes half of this to one and a half times as long. */
  latencyMs: 20,
  /** What the newest plan wants is there, and nothing else, so long after it came. */
  rightMs: 40_000,
  runMs: 110_000,
} as const

/** Two enactors, whose actions can be followed with the eye. */
export const smallRecord = { profile: { nodes: 4 }, runMs: 20_000 } as const

/**
 * One record of addresses, a planner that wants others every few seconds, and three enactors, each
 * with a healer of its own. Some hear of plans late, and some of what they apply arrives late.
 * Addresses break, one at a time. Run it with `runAsync`; `smallRecord` has two enactors.
 */
export function scenario({ createHealer }: Subject): Scenario<RecordMessage> {
  const { latencyMs, runMs } = oneRecord
  return simulate<RecordMessage>({
    name: 'self-healer',
    nodes: [PLANNER, RECORD, ...ENACTORS],
    promising: ENACTORS,
    make(env, { clock, servers }) {
      if (env.id === RECORD) return new Record(env, oneRecord)
      if (env.id !== PLANNER) return new Enactor(env, clock, createHealer, oneRecord)
      const enactors = servers.filter((id) => ENACTORS.includes(id))
      return new Planner(env, oneRecord, enactors)
    },
    profile: { latencyMs, spread: 'uniform' },
    faults: [],
    healAt: 0,
    runMs,
    always: [neverEmpty, neverBack],
    sometimes: [emitted('late'), emitted('slow'), emitted('breaks')],
    atEnd: [endsRight],
    label: labelOf,
    limits: { eventsMax: 20_000 },
  })
}

function labelOf(msg: RecordMessage): string {
  switch (msg.t) {
    case 'plan':
      return `plan ${msg.spec.plan}`
    case 'look':
      return 'look'
    case 'seen':
      return msg.observation.actual.map(({ id, plan }) => `${id}@${plan}`).join(' ')
    case 'apply': {
      const { action } = msg
      return action.kind === 'put' ? `put ${action.id}@${action.plan}` : `remove ${action.id}`
    }
    case 'answer':
      return `${msg.id}: ${msg.answer}`
  }
}

/** What is behind the name, as `a@100 b@101`. */
function addressesOf(data: unknown): Map<string, number> {
  const parts = String(data).split(' ')
  const pairs = parts.filter((part) => part !== '').map((part) => part.split('@'))
  return new Map(pairs.map(([id = '', plan]) => [id, Number(plan)]))
}

const neverEmpty: Invariant<RecordMessage> = {
  text: 'The record is never empty.',
  watch: () => ({
    emit({ event, data, at }) {
      if (event !== 'record' || addressesOf(data).size > 0) return null
      return `at ${Math.round(at)} ms the last address was removed`
    },
  }),
}

const neverBack: Invariant<RecordMessage> = {
  text: 'No address goes back to an older plan.',
  watch() {
    let before = new Map<string, number>()
    return {
      emit({ event, data, at }) {
        if (event !== 'record') return null
        const now = addressesOf(data)
        const back = [...now].find(([id, plan]) => plan < (before.get(id) ?? plan))
        const was = before.get(back?.[0] ?? '')
        before = now
        if (back === undefined) return null
        return `at ${Math.round(at)} ms ${back[0]} went from plan ${was} back to ${back[1]}`
      },
    }
  },
}

/** What the last plan wants, as the record would tell it, and when it came. */
function lastWish(all: RunEnd['emitted']): { at: number; plan: string; right: string } | null {
  const newest = all.findLast(({ event }) => event === 'plan')
  if (newest === undefined) return null
  const [plan = '', wanted = ''] = String(newest.data).split(': ')
  const right = wanted.split(' ').map((id) => `${id}@${plan}`)
  return { at: newest.at, plan, right: right.join(' ') }
}

function sorted(data: unknown): string {
  return String(data).split(' ').toSorted().join(' ')
}

/** How long after the last plan the record was what that wants, and stayed so; null: never. */
export function rightAfter(all: RunEnd['emitted']): number | null {
  const wish = lastWish(all)
  if (wish === null) return null
  const records = all.filter(({ event }) => event === 'record')
  const lastWrong = records.findLastIndex(({ data }) => sorted(data) !== wish.right)
  const right = records[lastWrong + 1]
  return right === undefined ? null : Math.max(0, right.at - wish.at)
}

const endsRight: EndCheck = {
  kind: 'liveness',
  text: 'The record comes to what the newest plan wants.',
  check({ emitted: all, endMs }) {
    const wish = lastWish(all)
    if (wish === null || endMs < wish.at + oneRecord.rightMs) return null
    const until = wish.at + oneRecord.rightMs
    const record = all.findLast(({ event, at }) => event === 'record' && at <= until)
    if (record !== undefined && sorted(record.data) === wish.right) return null
    const there = record === undefined ? 'untouched' : sorted(record.data)
    const seconds = oneRecord.rightMs / 1000
    const text = `${seconds} s after plan ${wish.plan} the record was ${there}, not ${wish.right}`
    return { text, at: until }
  },
}
