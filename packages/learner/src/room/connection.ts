import { mkdir } from 'node:fs/promises'

import { leaveToShowSchema, learnerRoutes } from '@five-pillars/room'
import type { Attempt } from '@five-pillars/room'
import { z } from 'zod'

import { watchFile } from '../companion/watch-file.ts'
import type { Watch } from '../companion/watch-file.ts'
import type { Kit } from '../kit/open-kit.ts'
import { tellAttempt } from './attempt-of.ts'
import { follow } from './follow.ts'
import type { Heard, Pace } from './follow.ts'
import { forgetMembership, membershipFile, readMembership, roomFolder } from './membership.ts'
import type { Membership } from './membership.ts'
import { askOwn, troubleOfAnswer } from './own-console.ts'
import { handOf } from './raise-hand.ts'
import type { HandRequest } from './raise-hand.ts'
import type { RoomSign } from './room-state.ts'
import { sendWaiting, submitWork, waitingOf } from './submit.ts'

interface ConnectionOptions {
  readonly kit: Kit
  readonly on: (sign: RoomSign) => void
  /** Something to say that changes nothing. */
  readonly say: (note: string) => void
  readonly pace: Pace
}

/** The room that the learner of a screen is in: it is left and joined by commands beside it. */
export class RoomConnection {
  readonly #options: ConnectionOptions
  #membership: Membership | undefined
  #ending = new AbortController()
  #following: Promise<void> = Promise.resolve()
  #sending: Promise<unknown> = Promise.resolve()
  #watch: Watch | undefined
  /** The newest one that could not be told: older ones say nothing more. */
  #untold: Attempt | undefined
  #isClosed = false

  constructor(options: ConnectionOptions) {
    this.#options = options
  }

  /** Begins, and goes on to notice who joins or leaves in another terminal. */
  async open(): Promise<void> {
    await this.reload()
    try {
      await mkdir(roomFolder(this.#options.kit), { recursive: true })
      this.#watch = await watchFile(membershipFile(this.#options.kit), {
        isPolling: false,
        onChange: () => void this.reload(),
        onTrouble: () => {},
      })
    } catch {
      // Where it cannot be watched, the keys of the room look again.
    }
    if (this.#isClosed) await this.#watch?.close()
  }

  /** Looks who is in which room now. */
  async reload(): Promise<void> {
    const { kit, on } = this.#options
    const found = await readMembership(kit).catch(() => undefined)
    if (this.#isClosed || found?.token === this.#membership?.token) return
    const before = this.#membership
    this.#membership = found
    this.#ending.abort()
    if (found === undefined) {
      if (before !== undefined) on({ kind: 'left' })
      return
    }
    on({ kind: 'joined', nickname: found.nickname, origin: found.origin })
    on({ kind: 'waiting', slugs: await waitingOf(kit, found) })
    this.#follow(found)
  }

  /** @throws LearnerError as `submitWork` */
  async submit(slug: string): Promise<void> {
    const { kit, on, say } = this.#options
    const submitted = await submitWork(kit, slug)
    if (this.#membership !== undefined) {
      on({ kind: 'waiting', slugs: await waitingOf(kit, this.#membership) })
    }
    if (submitted.kind === 'there') {
      say(`${submitted.why.message} This very text is submitted already.`)
      return
    }
    if (submitted.kind === 'waits') {
      say(`${submitted.why.message} Your file waits on this disk, and is sent when it is back.`)
      return
    }
    const { submission, isAgain } = submitted
    on({ kind: 'heard', event: { kind: 'submission', submission } })
    if (isAgain) say('This very text is submitted already.')
  }

  /** @throws LearnerError as `raiseHand` */
  async hand(request: HandRequest): Promise<void> {
    if (this.#membership === undefined) return
    await handOf(this.#membership, request)
    this.#options.on({ kind: 'heard', event: { kind: 'hand', isRaised: request.isRaised } })
  }

  /** @throws LearnerError `console-away`, `not-a-console` or `refused` */
  async answerLeave(submission: string, isGiven: boolean): Promise<void> {
    if (this.#membership === undefined) return
    const answer = await askOwn(this.#membership, {
      route: learnerRoutes.leaveToShow,
      body: leaveToShowSchema.parse({ submission, isGiven }),
      schema: z.unknown(),
    })
    if (answer.kind !== 'answered') throw troubleOfAnswer(this.#membership, answer)
    this.#options.on({ kind: 'leave-answered', submission })
  }

  /** Tells how far the learner is; where nobody answers, when somebody does again. */
  async attempt(attempt: Attempt): Promise<void> {
    this.#untold = attempt
    await this.#tell()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#ending.abort()
    await this.#watch?.close()
    await Promise.allSettled([this.#following, this.#sending])
  }

  #follow(membership: Membership): void {
    this.#ending = new AbortController()
    const { signal } = this.#ending
    const { pace } = this.#options
    const on = (heard: Heard): void => {
      if (!signal.aborted) this.#hear(membership, heard)
    }
    this.#following = follow(membership, { on, signal, pace })
  }

  #hear(membership: Membership, heard: Heard): void {
    const { kit, on } = this.#options
    on(heard)
    if (heard.kind === 'linked') this.#sending = this.#sending.then(() => this.#send(membership))
    if (heard.kind !== 'gone') return
    this.#membership = undefined
    this.#sending = this.#sending.then(() => forgetMembership(kit, membership)).catch(() => {})
  }

  /** What waited while the console was away. */
  async #send(membership: Membership): Promise<void> {
    const { kit, on, say } = this.#options
    try {
      const { sent, refused, waiting } = await sendWaiting(kit, membership, this.#ending.signal)
      on({ kind: 'waiting', slugs: waiting })
      for (const submission of sent)
        on({ kind: 'heard', event: { kind: 'submission', submission } })
      if (sent.length > 0)
        say(`What waited is sent: ${sent.map((one) => one.exercise).join(', ')}.`)
      for (const { slug, text } of refused) say(`"${slug}" was not taken: ${text}`)
      await this.#tell()
    } catch {
      // The disk cannot be read at this moment: the next link tries again.
    }
  }

  async #tell(): Promise<void> {
    const attempt = this.#untold
    if (attempt === undefined || this.#membership === undefined) return
    const isTold = await tellAttempt(this.#membership, attempt)
    if (isTold && this.#untold === attempt) this.#untold = undefined
  }
}
