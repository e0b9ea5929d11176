import { BrokenPromise, asked, holds, stepLines } from '@five-pillars/suite'

import type { TaskQueue } from '../../src/task-queue.ts'
import { Book } from './book.ts'
import {
  judgeComplete,
  judgeCounts,
  judgeHeartbeat,
  judgeLease,
  judgeSubmit,
  standingOf,
} from './judged.ts'
import type { Got, PromiseId, Wrong } from './judged.ts'
import { scripts, waitMs } from './script.ts'
import type { Script } from './script.ts'
import type { Step } from './scenes.ts'
import { textOf } from './subject.ts'
import type { Subject } from './subject.ts'

/** One for each name of a pool: most of them are nothing to whoever tests for truth. */
const PAYLOADS = ['p', 0, '', null, undefined, { n: 1 }] as const

const NOBODY = 'nobody'

/** What a call came to. */
interface Turn {
  /** As the learner would write it. */
  readonly call: string
  /** Its answer, in short. */
  readonly answer: string
  readonly wrong: Wrong | undefined
}

/** Tries conversations up to the first answer that is wrong, and tells it where it breaks this promise. */
export function keeps(promise: PromiseId): (subject: Subject) => void {
  return (subject) => holds([scripts], (script) => play(subject, script, promise), { factor: 2 })
}

function play(subject: Subject, script: Script, promise: PromiseId): void {
  const { options } = script
  const talk = new Conversation(subject, script)
  for (const step of script.steps) {
    const { wrong, call } = talk.take(step)
    if (wrong === undefined) continue
    // From here on the queue is somewhere else: what it says says nothing about other promises.
    if (wrong.promise !== promise) return
    const told = Object.entries(options).map(([name, value]) => `${name} ${value}`)
    throw new BrokenPromise([`${call} ${wrong.text}.`, told.join(', '), talk.story].join('\n'))
  }
}

/** A queue, the book beside it, and what they were asked. */
class Conversation {
  readonly #book: Book
  readonly #queue: TaskQueue<unknown>
  readonly #script: Script
  readonly #steps: string[] = []

  constructor({ createTaskQueue }: Subject, script: Script) {
    const { options } = script
    this.#script = script
    this.#book = new Book(options)
    this.#queue = asked('createTaskQueue', () =>
      createTaskQueue<unknown>(Object.freeze({ ...options })),
    )
  }

  get story(): string {
    return this.#steps.length === 0 ? '  (the first call)' : stepLines(this.#steps)
  }

  /** Makes the call of a step, and asks for the counts. */
  take(step: Step): Turn {
    const now = this.#nowOf(step)
    const hasMoved = step.kind !== 'submit' && now > this.#book.now
    const turn = this.#call(step, now)
    if (turn.wrong !== undefined) return turn
    this.#steps.push(turn.answer === '' ? turn.call : `${turn.call} → ${turn.answer}`)
    const { queued, leased, done, dead } = this.#ask('stats()', () => {
      const stats = this.#queue.stats()
      return { queued: stats.queued, leased: stats.leased, done: stats.done, dead: stats.dead }
    })
    const wrong = judgeCounts({ queued, leased, done, dead }, this.#book, hasMoved)
    return { call: 'stats()', answer: '', wrong }
  }

  #call(step: Step, now: number): Turn {
    switch (step.kind) {
      case 'submit':
        return this.#submit(step)
      case 'lease':
        return this.#lease(step, now)
      case 'heartbeat':
        return this.#heartbeat(step, now)
      case 'complete':
        return this.#complete(step, now)
      case 'tick': {
        const call = `tick(${now})`
        this.#ask(call, () => this.#queue.tick(now))
        this.#book.advance(now)
        return { call, answer: '', wrong: undefined }
      }
    }
  }

  #submit({ nth }: Step): Turn {
    const id = nameOf(this.#script.ids, nth)
    // Whoever submits again may say something else; the first word counts.
    const payload = this.#book.tasks.has(id) ? 'again' : PAYLOADS[nth % PAYLOADS.length]
    const call = `submit(${JSON.stringify(id)}, ${textOf(payload)})`
    const got: unknown = this.#ask(call, () => this.#queue.submit(id, payload))
    const wanted = this.#book.submit(id, payload)
    const wrong = judgeSubmit(got, wanted, id, this.#book)
    return { call, answer: wanted, wrong }
  }

  #lease({ nth }: Step, now: number): Turn {
    const worker = nameOf(this.#script.workers, nth)
    const call = `lease(${JSON.stringify(worker)}, ${now})`
    this.#book.advance(now)
    const got = this.#ask(call, () => read(this.#queue.lease(worker, now)))
    if (typeof got === 'string') {
      return { call, answer: '', wrong: { promise: 'in-turn', text: `gives ${got}` } }
    }
    const wrong = judgeLease(got, this.#book.offer(worker), worker, this.#book)
    if (wrong !== undefined || got === null) return { call, answer: 'null', wrong }
    const task = typeof got.id === 'string' ? this.#book.tasks.get(got.id) : undefined
    if (task === undefined || typeof got.token !== 'number') {
      throw new Error('A lease of nothing was taken for a right one')
    }
    this.#book.handOut(task, worker, got.token)
    return { call, answer: `${JSON.stringify(task.id)}, token ${got.token}`, wrong }
  }

  #heartbeat(step: Step, now: number): Turn {
    const { id, token } = this.#aboutOf(step)
    const call = `heartbeat(${JSON.stringify(id)}, ${token}, ${now})`
    this.#book.advance(now)
    const got: unknown = this.#ask(call, () => this.#queue.heartbeat(id, token, now))
    const why = standingOf(id, token, this.#book)
    const wanted = this.#book.heartbeat(id, token)
    return { call, answer: String(wanted), wrong: judgeHeartbeat(got, wanted, why) }
  }

  #complete(step: Step, now: number): Turn {
    const { id, token } = this.#aboutOf(step)
    // A result without a word is one too.
    const word = step.nth < 3 ? 'ok' : ''
    const call = `complete(${JSON.stringify(id)}, ${token}, "${word}", ${now})`
    this.#book.advance(now)
    const got: unknown = this.#ask(call, () => this.#queue.complete(id, token, word, now))
    const why = standingOf(id, token, this.#book)
    const wanted = this.#book.complete(id, token)
    return { call, answer: wanted, wrong: judgeComplete(got, wanted, why) }
  }

  #ask<Answer>(call: string, ask: () => Answer): Answer {
    return asked(call, ask, () => this.story)
  }

  /** Whose heartbeat or result it is; before the first lease, nobody's. */
  #aboutOf({ back, about, nth }: Step): { id: string; token: number } {
    const { copies } = this.#book
    const running = copies.filter(({ isRunning }) => isRunning)
    const known = running.length === 0 || about === 'any copy' ? copies : running
    const copy = known.at(-1 - (back % Math.max(1, known.length)))
    if (copy === undefined || about === 'unknown task') return { id: NOBODY, token: 1 }
    const { task, token } = copy
    if (about === 'next token') return { id: task.id, token: token + 1 }
    if (about === 'other task') return { id: nameOf([...this.#book.tasks.keys()], nth), token }
    return { id: task.id, token }
  }

  #nowOf({ wait, off }: Step): number {
    const { now, options } = this.#book
    const overdue = this.#book.nextOverdue()
    const next =
      wait === 'deadline'
        ? (this.#book.nextDeadline() ?? now) + off
        : wait === 'overdue'
          ? Math.floor(overdue ?? now) + off
          : now + waitMs(wait, options.leaseMs)
    return Math.max(now, next)
  }
}

/** Reads a lease; what is none is a text. */
function read(lease: unknown): Got | null | string {
  if (lease === null) return null
  if (typeof lease !== 'object') return textOf(lease)
  const field = (key: string): unknown => Reflect.get(lease, key)
  return {
    id: field('id'),
    payload: field('payload'),
    token: field('token'),
    deadline: field('deadline'),
  }
}

function nameOf(names: readonly string[], nth: number): string {
  const name = names[nth % names.length]
  if (name === undefined) throw new Error('sentinel-task-queue-conversation.ts: no such name')
  return name
}
