import { counted, listed, quoted } from '@five-pillars/suite'

import { running } from './book.ts'
import type { Book, Counts, Offer, Task } from './book.ts'
import { textOf } from './subject.ts'

/** The promises that a single call can break, as in the manifest. */
export type PromiseId =
  | 'accepted-once'
  | 'bounded'
  | 'counted'
  | 'in-turn'
  | 'one-effect'
  | 'stale'
  | 'tokens'
  | 'expiry'
  | 'poison'
  | 'backup'
  | 'cost'

/** What is wrong with an answer: every wrong answer breaks one promise. */
export interface Wrong {
  readonly promise: PromiseId
  readonly text: string
}

/** What `lease` answered, read. */
export interface Got {
  readonly id: unknown
  readonly payload: unknown
  readonly token: unknown
  readonly deadline: unknown
}

type Judged = Wrong | undefined

export function judgeSubmit(
  got: unknown,
  wanted: 'accepted' | 'duplicate' | 'full',
  id: string,
  book: Book,
): Judged {
  if (got === wanted) return undefined
  const { queued, leased } = book.counts()
  const { capacity } = book.options
  const unfinished = wanted === 'accepted' ? queued + leased - 1 : queued + leased
  if (wanted === 'duplicate' || got === 'duplicate') {
    const was = wanted === 'duplicate' ? 'was accepted before' : 'was never accepted'
    return { promise: 'accepted-once', text: `gives ${textOf(got)}, but ${quoted(id)} ${was}` }
  }
  const room = `${unfinished} of ${capacity} places are taken`
  return { promise: 'bounded', text: `gives ${textOf(got)}, but ${room}: ${textOf(wanted)}` }
}

/** A lease, or null; before the book notes it. */
export function judgeLease(got: Got | null, offer: Offer, worker: string, book: Book): Judged {
  if (got === null) return judgeNull(offer, book)
  const task = offer.tasks.find(({ id }) => id === got.id)
  return task === undefined ? judgeOther(got, offer, worker, book) : judgeCopy(got, task, book)
}

function judgeNull({ kind, tasks, isEdge }: Offer, book: Book): Judged {
  const [task] = tasks
  if (task === undefined || isEdge) return undefined
  const name = quoted(task.id)
  if (kind === 'backup') {
    const ran = `${name} has run ${book.ranMs(task)} ms`
    return { promise: 'backup', text: `gives null, but ${ran}: it is overdue, and gets a backup` }
  }
  if (task.copies.length === 0) {
    return { promise: 'in-turn', text: `gives null, but ${name} waits` }
  }
  return { promise: 'expiry', text: `gives null, but the lease of ${name} has expired: it waits` }
}

function judgeOther(got: Got, offer: Offer, worker: string, book: Book): Judged {
  const task = typeof got.id === 'string' ? book.tasks.get(got.id) : undefined
  const names = offer.tasks.map(({ id }) => quoted(id))
  const better = names.length === 0 ? 'null' : listed(names)
  const gives = `gives ${textOf(got.id)}`
  if (task === undefined) {
    return { promise: 'in-turn', text: `${gives}, which was never accepted: ${better}` }
  }
  switch (task.state) {
    case 'done':
      return { promise: 'one-effect', text: `${gives}, but it is done` }
    case 'dead': {
      const often = `was handed out ${counted(task.copies.length, 'time')}`
      return { promise: 'poison', text: `${gives}, but it ${often} and is dead` }
    }
    case 'queued':
      return { promise: 'in-turn', text: `${gives}, but ${better} has waited longer` }
    case 'leased':
      return judgeBackup(gives, task, offer, worker, book)
  }
}

function judgeBackup(gives: string, task: Task, offer: Offer, worker: string, book: Book): Wrong {
  const [first] = offer.tasks
  if (offer.kind === 'queued' && first !== undefined) {
    return { promise: 'cost', text: `${gives}, which is running, but ${quoted(first.id)} waits` }
  }
  const why = book.whyNoBackup(task, worker)
  if (why !== undefined) return { promise: 'cost', text: `${gives}, but ${why}` }
  const longest = first === undefined ? 'nobody' : quoted(first.id)
  return { promise: 'backup', text: `${gives}, but ${longest} has run longer` }
}

/** The right task; now its payload, token and deadline. */
function judgeCopy({ payload, token, deadline }: Got, task: Task, book: Book): Judged {
  if (textOf(payload) !== textOf(task.payload)) {
    const submitted = `it was submitted with ${textOf(task.payload)}`
    return { promise: 'in-turn', text: `gives payload ${textOf(payload)}, but ${submitted}` }
  }
  if (typeof token !== 'number' || !Number.isFinite(token)) {
    return { promise: 'tokens', text: `gives token ${textOf(token)}, which is no number` }
  }
  const before = Math.max(...task.copies.map((copy) => copy.token))
  if (token <= before) {
    const text = `gives ${quoted(task.id)} with token ${token}, but it had ${before} before`
    return { promise: 'tokens', text }
  }
  const until = book.now + book.options.leaseMs
  if (deadline === until) return undefined
  return { promise: 'expiry', text: `gives deadline ${textOf(deadline)}, but it is ${until}` }
}

/** @param wanted what the book answered; before it notes what that means for the counts */
export function judgeHeartbeat(got: unknown, wanted: boolean, why: string): Judged {
  if (got === wanted) return undefined
  return { promise: wanted ? 'expiry' : 'stale', text: `gives ${textOf(got)}, but ${why}` }
}

export function judgeComplete(
  got: unknown,
  wanted: 'done' | 'stale' | 'already-done',
  why: string,
): Judged {
  if (got === wanted) return undefined
  const promise = wanted === 'stale' ? 'stale' : 'one-effect'
  return { promise, text: `gives ${textOf(got)}, but ${why}: ${textOf(wanted)}` }
}

/** Why a copy may still speak for its task, or not; asked before the book notes the call. */
export function standingOf(id: string, token: number, book: Book): string {
  const task = book.tasks.get(id)
  const name = quoted(id)
  if (task === undefined) return `${name} was never accepted`
  if (task.state === 'done') return `${name} is done`
  const copy = task.copies.findLast((one) => one.token === token)
  if (copy === undefined) return `${name} never had token ${token}`
  if (running(task).includes(copy)) return `its lease is running until ${copy.deadline}`
  return `its lease expired at ${copy.deadline}`
}

/** @param hasMoved whether the call before brought a later time */
export function judgeCounts(
  got: Readonly<Record<keyof Counts, unknown>>,
  book: Book,
  hasMoved: boolean,
): Judged {
  const wanted = book.counts()
  const { queued, leased, done, dead } = got
  const isRight = queued === wanted.queued && leased === wanted.leased
  if (isRight && done === wanted.done && dead === wanted.dead) return undefined
  const text = `gives ${textOf({ queued, leased, done, dead })}, but it is ${textOf(wanted)}`
  const numbers = [queued, leased, done, dead].map(Number)
  const isWhole = numbers.every((n) => n >= 0) && sumOf(numbers) === book.tasks.size
  if (!isWhole || !hasMoved) return { promise: 'counted', text }
  return { promise: dead === wanted.dead ? 'expiry' : 'poison', text }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0)
}

if (textOf(undefined) === '') throw new Error('sentinel-task-queue-judged.ts: nothing has no text')
