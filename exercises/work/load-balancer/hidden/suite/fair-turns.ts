import { holds, quoted } from '@five-pillars/suite'
import type { Effort } from '@five-pillars/suite'
import fc from 'fast-check'

import { make } from './calls.ts'
import type { Call } from './calls.ts'
import { idPools, plays } from './conversations.ts'
import { expectEligible } from './only-healthy.ts'
import { Session } from './session.ts'
import type { Create } from './session.ts'
import { TurnBook } from './turn-book.ts'
import type { Unfair } from './turn-book.ts'

/** Nobody who stayed eligible gets a second turn before the others who did got one. */
export function takesTurns(create: Create): void {
  expectFair(create, (unfair) => unfair.kind === 'second-turn', { factor: 2 })
}

/** A newcomer, and a backend that recovers, gets a turn within k picks. */
export function servesNewcomers(create: Create): void {
  playFairly(new Session(create, 0), ['A', 'B', 'C'], flapping, isWaiting)
  expectFair(create, isWaiting, { factor: 2 })
}

function isWaiting({ kind }: Unfair): boolean {
  return kind === 'waits'
}

/** The first one falls ill and recovers while the last one still waits for its first turn. */
const flapping: readonly Call[] = [
  { kind: 'add', id: 0 },
  { kind: 'add', id: 1 },
  { kind: 'add', id: 2 },
  { kind: 'acquire' },
  { kind: 'health', id: 0, healthy: false },
  { kind: 'acquire' },
  { kind: 'health', id: 0, healthy: true },
  { kind: 'acquire' },
]

if (flapping.length === 0) throw new Error('sentinel-load-balancer-fair-turns.ts: no calls')

/** The first pick is the member that was added first. */
export function startsWithFirst(create: Create): void {
  holds(
    [idPools, fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8, size: 'max' })],
    (pool, order) => {
      const session = new Session(create, 0)
      const ids = order.map((index) => pool[index] ?? '')
      for (const id of ids) session.add(id)
      const eligible = session.eligible()
      const first = expectEligible(session.acquire(), eligible, session)
      if (first === null || first.id === ids[0]) return
      session.broken(`The first turn went to ${quoted(first.id)}, not to the first that was added.`)
    },
  )
}

function expectFair(create: Create, isBroken: (unfair: Unfair) => boolean, effort: Effort): void {
  holds(
    [plays],
    ([pool, calls, seed]) => playFairly(new Session(create, seed), pool, calls, isBroken),
    effort,
  )
}

function playFairly(
  session: Session,
  pool: readonly string[],
  calls: readonly Call[],
  isBroken: (unfair: Unfair) => boolean,
): void {
  const turns = new TurnBook()
  for (const call of calls) {
    const eligible = session.eligible()
    const choice = make(call, session, pool)
    if (choice !== null) {
      const chosen = expectEligible(choice, eligible, session)
      const unfair = chosen === null ? [] : turns.turn(chosen)
      for (const { sentence } of unfair.filter(isBroken)) session.broken(sentence)
    }
    turns.look(session.eligible())
  }
}
