import { createRetryBudget } from '../snippets/retry-budget.ts'
import { takeLive } from '../snippets/take-live.ts'
import type { Fifo } from '../snippets/take-live.ts'
import { createAgenda } from './agenda.ts'
import type { Agenda } from './agenda.ts'
import { createRng, exponential } from './rng.ts'
import type { Rng } from './rng.ts'

/** What a client does after a timeout, and what the server does with work nobody waits for. */
export interface Policy {
  retries: number
  backoff: boolean
  /** Retries allowed for each call, over all clients together; absent means no limit. */
  budget?: number
  dropsExpired: boolean
}

export const policies = {
  none: { retries: 0, backoff: false, dropsExpired: false },
  immediate: { retries: 3, backoff: false, dropsExpired: false },
  backoff: { retries: 3, backoff: true, dropsExpired: false },
  'backoff-drop': { retries: 3, backoff: true, dropsExpired: true },
  budget: { retries: 3, backoff: true, budget: 0.1, dropsExpired: false },
  'budget-drop': { retries: 3, backoff: true, budget: 0.1, dropsExpired: true },
} as const satisfies Record<string, Policy>

export type PolicyId = keyof typeof policies

/** One server at 80 % load that stands still for five seconds. */
export const outage = {
  serviceMs: 10,
  callsPerS: 80,
  timeoutMs: 500,
  fromMs: 10_000,
  untilMs: 15_000,
  durationMs: 135_000,
  backoffBaseMs: 100,
  backoffCapMs: 1000,
  budgetBurst: 10,
}

export interface Run {
  /** Answers that came before their client gave up, in each second. */
  goodBySecond: number[]
  /** Calls that clients began, in each second. */
  callsBySecond: number[]
  /** First tries and retries that reached the server, in each second. */
  attemptsBySecond: number[]
}

interface Attempt {
  number: number
  deadlineMs: number
  answered: boolean
}

type Event =
  | { kind: 'call' }
  | { kind: 'attempt'; number: number }
  | { kind: 'timeout'; attempt: Attempt }
  | { kind: 'served'; attempt: Attempt }
  | { kind: 'repaired' }

/** Runs the outage once. The server takes requests in order of arrival, one at a time. */
export function runOutage(policy: Policy, seed: number): Run {
  const rng = createRng(seed)
  const agenda: Agenda<Event> = createAgenda()
  const run: Run = { goodBySecond: zeros(), callsBySecond: zeros(), attemptsBySecond: zeros() }
  const queue = createFifo<Attempt>()
  // Without a budget there is always a token for a retry.
  const budget = createRetryBudget(
    policy.budget ?? 0,
    policy.budget ? outage.budgetBurst : Infinity,
  )
  let busy = false

  agenda.plan(exponential(rng, 1000 / outage.callsPerS), { kind: 'call' })
  agenda.plan(outage.untilMs, { kind: 'repaired' })
  for (let now = agenda.next(); now !== undefined; now = agenda.next()) {
    if (now.atMs >= outage.durationMs) break
    handle(now.atMs, now.event)
  }
  return run

  function handle(atMs: number, event: Event): void {
    switch (event.kind) {
      case 'call':
        count(run.callsBySecond, atMs)
        budget.called()
        send(atMs, 0)
        agenda.plan(atMs + exponential(rng, 1000 / outage.callsPerS), { kind: 'call' })
        return
      case 'attempt':
        return send(atMs, event.number)
      case 'timeout':
        if (!event.attempt.answered) retry(atMs, event.attempt.number)
        return
      case 'served':
        busy = false
        event.attempt.answered = atMs <= event.attempt.deadlineMs
        if (event.attempt.answered) count(run.goodBySecond, atMs)
        return serve(atMs)
      case 'repaired':
        serve(atMs)
    }
  }

  function send(atMs: number, number: number): void {
    const attempt = { number, deadlineMs: atMs + outage.timeoutMs, answered: false }
    count(run.attemptsBySecond, atMs)
    queue.push(attempt)
    agenda.plan(attempt.deadlineMs, { kind: 'timeout', attempt })
    serve(atMs)
  }

  function retry(atMs: number, number: number): void {
    if (number >= policy.retries || !budget.mayRetry()) return
    const waitMs = policy.backoff ? fullJitterMs(number, rng) : 0
    agenda.plan(atMs + waitMs, { kind: 'attempt', number: number + 1 })
  }

  function serve(atMs: number): void {
    if (busy || (atMs >= outage.fromMs && atMs < outage.untilMs)) return
    const attempt = policy.dropsExpired ? takeLive(queue, atMs) : queue.shift()
    busy = attempt !== undefined
    if (attempt) agenda.plan(atMs + outage.serviceMs, { kind: 'served', attempt })
  }
}

/** `Array.shift` moves all that is left, which is too slow for a queue that an outage fills. */
function createFifo<T>(): Fifo<T> & { push(item: T): void } {
  const items: T[] = []
  let head = 0
  return {
    push: (item) => void items.push(item),
    shift: () => (head < items.length ? items[head++] : undefined),
  }
}

/** A wait between nothing and an exponentially growing bound, so that clients spread out. */
function fullJitterMs(failedTries: number, rng: Rng): number {
  return rng() * Math.min(outage.backoffCapMs, outage.backoffBaseMs * 2 ** failedTries)
}

function zeros(): number[] {
  return Array.from({ length: outage.durationMs / 1000 }, () => 0)
}

function count(bySecond: number[], atMs: number): void {
  const second = Math.floor(atMs / 1000)
  bySecond[second] = (bySecond[second] ?? 0) + 1
}
