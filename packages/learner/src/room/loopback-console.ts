import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import {
  attemptSchema,
  handSchema,
  joinSchema,
  leaveToShowSchema,
  learnerEventSchema,
  MAX_BODY_BYTES,
  refusalSchema,
  returnSchema,
  submitSchema,
} from '@five-pillars/room'
import type { Attempt, Hand, LearnerEvent, LeaveToShow, Refusal } from '@five-pillars/room'
import type { Submission } from '@five-pillars/room'

/**
 * The learner's half of a console, for tests: a real server on loopback that reads and answers by the
 * same schemas, remembers what it acknowledged, and can be cut off at any moment.
 */
export class LoopbackConsole {
  readonly submissions = new Map<
    string,
    { submission: Submission; source: string; times: number }
  >()
  /** Requests to join. */
  readonly joins: string[] = []
  readonly attempts: Attempt[] = []
  readonly hands: Hand[] = []
  readonly leaves: LeaveToShow[] = []
  readonly solutions = new Map<string, string>()
  /** `POST /api/join`, of every request that had an answer. */
  readonly log: string[] = []
  kit = '0.1.0'
  /** Who joins here. */
  learner = 'learner00001'
  /** Says no to what this names. */
  refuse: (path: string) => { status: number; refusal: Refusal } | undefined = () => undefined
  /** So many of the next submissions and joins are kept, and the way is cut before the answer. */
  lostAnswers = 0
  welcome: Partial<Extract<LearnerEvent, { kind: 'welcome' }>> = {}
  #token = 't'.repeat(43)
  #tokens = 0
  #port = 0
  #server: Server | undefined
  readonly #streams = new Set<ServerResponse>()
  #onStream: (() => void) | undefined

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** The token that is good now; another one comes with each join and return. */
  get token(): string {
    return this.#token
  }

  /** Begins to listen; again on the same port. */
  async open(): Promise<this> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy())
    })
    this.#server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.#port, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (address !== null && typeof address !== 'string') this.#port = address.port
    return this
  }

  /** As kill -9 does: every connection is cut. */
  async kill(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    this.#server = undefined
    this.#streams.clear()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }

  /** Resolves when somebody listens to events. */
  async listened(): Promise<void> {
    if (this.#streams.size > 0) return
    await new Promise<void>((resolve) => (this.#onStream = resolve))
  }

  tell(event: LearnerEvent): void {
    for (const stream of this.#streams) stream.write(eventText(event))
  }

  /** Cuts the streams, and nothing else. */
  cutStreams(): void {
    for (const stream of this.#streams) stream.destroy()
    this.#streams.clear()
  }

  /** Judges what was submitted, with these points of 100. */
  judge(id: string, points: number): Submission {
    const known = this.submissions.get(id)
    if (known === undefined) throw new Error(`${id} was never acknowledged`)
    const { exercise } = known.submission
    const state = points === 100 ? 'passed' : 'failed'
    const text = `${points === 100 ? '✓' : '✗'} ${exercise}  ${state}  ${points} of 100 points\n`
    const verdict = { state, points, total: 100, promises: [], text, replay: null }
    known.submission = { ...known.submission, standing: { kind: 'judged', verdict } }
    this.tell({ kind: 'submission', submission: known.submission })
    return known.submission
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    const route = `${request.method} ${path}`
    const body = request.method === 'POST' ? await bodyOf(request) : undefined
    const no = this.refuse(path)
    if (no !== undefined) return reply(response, no.status, refusalSchema.parse(no.refusal))
    const isOpen = ['/api/hello', '/api/join', '/api/return'].includes(path)
    if (!isOpen && request.headers.authorization !== `Bearer ${this.#token}`) {
      const refusal = { code: 'not-allowed', message: 'The token is not known.' } as const
      return reply(response, 401, refusal)
    }
    this.log.push(route)
    this.#do(route, body, response)
  }

  #do(route: string, body: unknown, response: ServerResponse): void {
    const [, id = ''] = /\/api\/(?:submissions|solutions)\/(.+)$/.exec(route) ?? []
    switch (route.replace(id === '' ? '\u0000' : id, ':id')) {
      case 'GET /api/hello':
        return reply(response, 200, { fivePillars: 'console', kit: this.kit })
      case 'POST /api/join': {
        const { request, nickname } = joinSchema.parse(body)
        this.joins.push(request)
        return this.#join(nickname, response)
      }
      case 'POST /api/return':
        returnSchema.parse(body)
        return this.#join('Ada', response)
      case 'POST /api/leave':
        this.#token = ''
        return reply(response, 204)
      case 'GET /api/events':
        return this.#stream(response)
      case 'POST /api/submissions':
        return this.#submit(body, response)
      case 'GET /api/submissions/:id': {
        const known = this.submissions.get(id)
        if (known !== undefined) return reply(response, 200, known.submission)
        return reply(response, 404, { code: 'unknown', message: 'There is no such submission.' })
      }
      case 'POST /api/attempts':
        this.attempts.push(attemptSchema.parse(body))
        return reply(response, 204)
      case 'POST /api/hand': {
        const hand = handSchema.parse(body)
        this.hands.push(hand)
        this.tell({ kind: 'hand', isRaised: hand.isRaised })
        return reply(response, 200, { ok: true })
      }
      case 'POST /api/leave-to-show':
        this.leaves.push(leaveToShowSchema.parse(body))
        return reply(response, 204)
      case 'GET /api/solutions/:id': {
        const source = this.solutions.get(id)
        if (source !== undefined) return reply(response, 200, { exercise: id, source })
        return reply(response, 404, { code: 'unknown', message: 'It is not released.' })
      }
      default:
        throw new Error(`No console answers to ${route}`)
    }
  }

  #join(nickname: string, response: ServerResponse): void {
    this.#tokens += 1
    this.#token = String(this.#tokens).padStart(43, 'k')
    if (this.#isLost(response)) return
    reply(response, 200, {
      learner: this.learner,
      nickname,
      token: this.#token,
      personalCode: 'ABCD-EFGH-2345',
      kit: this.kit,
    })
  }

  #submit(body: unknown, response: ServerResponse): void {
    const { id, exercise, source } = submitSchema.parse(body)
    const known = this.submissions.get(id)
    const standing = { kind: 'waiting', place: 1 } as const
    const submission = known?.submission ?? { id, exercise, sentAt: Date.now(), standing }
    this.submissions.set(id, { submission, source, times: (known?.times ?? 0) + 1 })
    if (!this.#isLost(response)) reply(response, known === undefined ? 201 : 200, submission)
  }

  #isLost(response: ServerResponse): boolean {
    if (this.lostAnswers === 0) return false
    this.lostAnswers -= 1
    response.destroy()
    return true
  }

  #stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const newest = new Map(
      [...this.submissions.values()].map(({ submission }) => [submission.exercise, submission]),
    )
    const nothing = { now: null, isHandRaised: false, releases: [], announcements: [], asked: [] }
    const submissions = [...newest.values()]
    response.write(eventText({ kind: 'welcome', ...nothing, submissions, ...this.welcome }))
    this.#streams.add(response)
    response.once('close', () => this.#streams.delete(response))
    this.#onStream?.()
    this.#onStream = undefined
  }
}

function eventText(event: LearnerEvent): string {
  return `data: ${JSON.stringify(learnerEventSchema.parse(event))}\n\n`
}

function reply(response: ServerResponse, status: number, body?: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? '' : JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type'] !== 'application/json') throw new Error('no JSON')
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) throw new Error('no bytes')
    length += part.length
    if (length > MAX_BODY_BYTES) throw new Error('too large')
    parts.push(part)
  }
  return JSON.parse(Buffer.concat(parts).toString())
}
