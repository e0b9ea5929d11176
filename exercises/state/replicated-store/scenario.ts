import { changed, simulate } from '@five-pillars/simulator'
import type { Env, Scenario } from '@five-pillars/simulator'

import { atOnce } from './store-client.ts'
import type { WorldMsg } from './store-client.ts'
import { atServer } from './store-server.ts'
import type { Subject } from './store-server.ts'
import { earlierLeaders, lateLeaders } from './store-dangers.ts'
import { acknowledgesAgain, keepsAcknowledged, leadersKnowAll, sameLogs } from './store-rules.ts'
import { describe } from './words.ts'

export type { Subject } from './store-server.ts'

/** When everything stops breaking, when nobody calls any more, and when all show what they hold. */
export const times = { runMs: 2100, healMs: 600, quietMs: 1700, auditMs: 2050 } as const

/** What the worlds must have met before they say anything about a submission. */
export const dangers = [
  'crash',
  'restart',
  'pause',
  'partition',
  'lost',
  'duplicate',
  changed('leader', 'another leader than before'),
  earlierLeaders,
  lateLeaders,
] as const

/**
 * Three or five replicas that one client writes to, while an operator makes another one the leader
 * all the time, on no good grounds. Everything breaks in the first 600 ms.
 *
 * @param mode default `quorum`; in `async` nobody is held to what was acknowledged
 */
export function scenario(
  { createReplica }: Subject,
  mode: 'async' | 'quorum' = 'quorum',
): Scenario<WorldMsg> {
  return simulate<WorldMsg>({
    name: 'replicated-store',
    nodes: ['a', 'b', 'c', 'd', 'e'],
    make: (env, { servers }) =>
      atServer(env, times, (inner: Env<WorldMsg>) =>
        createReplica(inner, { mode, members: [...servers] }),
      ),
    clients: {
      count: 2,
      gapMs: [25, 75],
      keys: 3,
      timeoutMs: 120,
      next: (rng, { client, unique }) =>
        client !== 'c1'
          ? { kind: 'put', value: `v${unique}` }
          : unique % PROMOTIONS === 1
            ? { kind: 'promote', epoch: unique, place: rng.next() }
            : { kind: 'rest' },
      make: (env, { servers }) => atOnce(env, servers, times.quietMs),
      describe: ({ key, input }) => describeCall(key, input),
    },
    profile: 'swarm',
    runMs: times.runMs,
    healAt: times.healMs / times.runMs,
    faults: ['crash', 'pause', 'partition', 'isolate', 'cut', 'swizzle', 'slow', 'loss'],
    adversary: [
      { name: 'write', on: 'put', strike: 'crash', forMs: [1, 60] },
      {
        name: 'confirmation',
        on: 'send',
        when: ({ t }) => t === 'Appended' || t === 'Fenced',
        strike: 'crash',
        forMs: [1, 60],
      },
      { name: 'acknowledgement', on: 'emit', event: 'acked', strike: 'isolate', forMs: [100, 600] },
      { name: 'victory', on: 'emit', event: 'leader', strike: 'isolate', forMs: [100, 600] },
    ],
    always: mode === 'quorum' ? [leadersKnowAll] : [],
    sometimes: dangers.filter((danger) => typeof danger !== 'string'),
    atEnd: [...(mode === 'quorum' ? [keepsAcknowledged] : []), sameLogs, acknowledgesAgain],
    label: (msg) => labelOf(msg),
    show: { leader: 'leader' },
    limits: { eventsMax: 20_000, inFlightMax: 1000 },
  })
}

/** The calls of the operator have odd numbers: one of five makes somebody the leader. */
const PROMOTIONS = 10

function describeCall(key: string, input: unknown): string {
  if (typeof input !== 'object' || input === null) return 'nothing'
  if ('kind' in input && input.kind === 'rest') return 'wait'
  if ('epoch' in input) return `promote somebody to epoch ${String(input.epoch)}`
  return `put ${key} = ${'value' in input ? String(input.value) : 'nothing'}`
}

function labelOf(msg: WorldMsg): string {
  switch (msg.t) {
    case 'Put':
      return `put ${msg.key} = ${msg.value}`
    case 'Promote':
      return `lead epoch ${msg.epoch}`
    case 'Done':
      return msg.text
    case 'Fence':
    case 'Fenced':
    case 'Append':
    case 'Appended':
    case 'Refused':
      return describe(msg)
  }
}
