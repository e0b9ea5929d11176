import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import { exerciseBySlug } from '@five-pillars/content'
import {
  addressIn,
  awaitVerdict,
  dayPace,
  follow,
  joinRoom,
  submitWork,
} from '@five-pillars/learner'
import type { Heard, Kit, Membership } from '@five-pillars/learner'
import { expect } from 'vitest'

import { learnerKit } from '../learner-kit.ts'
import type { ServedConsole } from '../serve-console.ts'

type Event = Extract<Heard, { kind: 'heard' }>['event']

/** A learner who is driven by a test, with the client that learners have, in a kit of their own. */
export interface DrivenLearner extends AsyncDisposable {
  readonly nickname: string
  readonly kit: Kit
  readonly membership: Membership
  /** All that was heard of the room and of the way to it, oldest first. */
  readonly heard: readonly Heard[]
  /** Resolves once an event of that kind was heard that has all of this. */
  hears(kind: Event['kind'], what?: object): Promise<void>
  /** Resolves once the console does not answer, or is linked. */
  is(link: 'away' | 'linked'): Promise<void>
  write(slug: string, source: string): Promise<void>
  /** Submits the file as it is; returns its state and points once it is judged. */
  graded(slug: string): Promise<{ state: string; points: number }>
}

/** Lets somebody in by the code of the room. */
export async function drivenLearner(
  /** Of their kit. */
  folder: string,
  nickname: string,
  { url, roomCode }: Pick<ServedConsole, 'url' | 'roomCode'>,
  slugs: readonly string[],
): Promise<DrivenLearner> {
  const kit = await learnerKit(folder, ...slugs)
  const { membership } = await joinRoom(kit, addressIn(url), { nickname, roomCode })
  const heard: Heard[] = []
  const end = new AbortController()
  const following = follow(membership, {
    signal: end.signal,
    pace: dayPace,
    on: (one) => heard.push(one),
  })
  return {
    nickname,
    kit,
    membership,
    heard,
    hears: (kind, what = {}) =>
      wait(() => heard.some((one) => isOf(one, kind) && contains(one.event, what))),
    is: (link) => wait(() => heard.findLast(({ kind }) => kind !== 'heard')?.kind === link),
    write: (slug, source) =>
      writeFile(path.join(kit.root, exerciseBySlug(slug).path, 'src', `${slug}.ts`), source),
    async graded(slug) {
      const sent = await submitWork(kit, slug)
      if (sent.kind !== 'sent') throw sent.why
      const { standing } = await awaitVerdict(kit, sent.submission, {
        signal: end.signal,
        pace: dayPace,
        onAway: () => {},
        onChange: () => {},
      })
      if (standing.kind !== 'judged') throw new Error(`${nickname}: ${standing.kind}`)
      return { state: standing.verdict.state, points: standing.verdict.points }
    },
    async [Symbol.asyncDispose]() {
      end.abort()
      await following
    },
  }
}

/** A bound on hangs, on a machine that is busy. */
const PATIENCE_MS = 30_000

function wait(isMeant: () => boolean): Promise<void> {
  return expect.poll(isMeant, { timeout: PATIENCE_MS }).toBe(true)
}

function isOf(one: Heard, kind: Event['kind']): one is Extract<Heard, { kind: 'heard' }> {
  return one.kind === 'heard' && one.event.kind === kind
}

/** Whether a value has all of the other one, however deep. */
function contains(value: unknown, what: unknown): boolean {
  if (typeof what !== 'object' || what === null) return Object.is(value, what)
  if (typeof value !== 'object' || value === null) return false
  const own = new Map<string, unknown>(Object.entries(value))
  return Object.entries(what).every(([key, part]) => contains(own.get(key), part))
}
