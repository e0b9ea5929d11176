import { randomUUID } from 'node:crypto'
import path from 'node:path'

import { kitVersion } from '@five-pillars/judge'
import {
  learnerRoutes,
  MAX_SOURCE_LENGTH,
  submissionIdSchema,
  submissionSchema,
} from '@five-pillars/room'
import type { Refusal, Submission } from '@five-pillars/room'
import { z } from 'zod'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { LearnerError } from '../learner-error.ts'
import { readWork, save } from '../store/save.ts'
import { hashOf } from '../store/version.ts'
import { ownMembership, roomFolder } from './membership.ts'
import type { Membership } from './membership.ts'
import { outbox, putInOutbox, takeFromOutbox } from './outbox.ts'
import type { Letter } from './outbox.ts'
import { askOwn, troubleOfAnswer } from './own-console.ts'
import type { OwnAnswer } from './own-console.ts'

/** What became of a submission. */
export type Submitted =
  /** It is on the console's disk; `isAgain`: it was before, and is not sent a second time. */
  | { readonly kind: 'sent'; readonly submission: Submission; readonly isAgain: boolean }
  /**
   * It waits in the outbox, and `sendWaiting` sends it; or it is on the console's disk since before,
   * and the console cannot be asked what became of it.
   */
  | { readonly kind: 'waits'; readonly why: LearnerError }
  | { readonly kind: 'there'; readonly why: LearnerError }

/**
 * Hands in the learner's file as it is now. It is kept as a version, then in the outbox, then sent:
 * whatever ends this process, it is sent once, or it waits.
 *
 * @throws LearnerError `not-joined`, `no-file`, `too-large`, `refused` and those of `save`
 */
export async function submitWork(kit: Kit, slug: string): Promise<Submitted> {
  const membership = await ownMembership(kit)
  const letter = await letterOf(kit, slug, membership.learner)
  const known = await sentBefore(kit, membership, letter)
  if (known !== undefined) return known
  await putInOutbox(kit, letter)
  const answer = await sendLetter(kit, membership, letter)
  if (answer.kind === 'answered') return { kind: 'sent', submission: answer.value, isAgain: false }
  const trouble = troubleOfAnswer(membership, answer)
  if (isForGood(answer)) throw trouble
  return { kind: 'waits', why: trouble }
}

/** What waited and was sent, what was refused for good, and what waits still. */
export interface SentWaiting {
  readonly sent: readonly Submission[]
  readonly refused: readonly { readonly slug: string; readonly text: string }[]
  /** Exercises whose submission waits still. */
  readonly waiting: readonly string[]
}

/** Sends what waits, one after the other, up to the first that is not answered. */
export async function sendWaiting(
  kit: Kit,
  membership: Membership,
  signal?: AbortSignal,
): Promise<SentWaiting> {
  const sent: Submission[] = []
  const refused: { slug: string; text: string }[] = []
  for (const letter of await outbox(kit, membership.learner)) {
    const answer = await sendLetter(kit, membership, letter, signal)
    if (answer.kind === 'answered') sent.push(answer.value)
    else if (isForGood(answer)) {
      refused.push({ slug: letter.exercise, text: troubleOfAnswer(membership, answer).message })
    } else break
  }
  return { sent, refused, waiting: await waitingOf(kit, membership) }
}

/** Exercises whose submission is on this disk alone. */
export async function waitingOf(kit: Kit, { learner }: Membership): Promise<readonly string[]> {
  return [...new Set((await outbox(kit, learner)).map(({ exercise }) => exercise))]
}

/** Where a submission is now. */
export function askStanding(
  membership: Membership,
  id: string,
  signal?: AbortSignal,
): Promise<OwnAnswer<Submission>> {
  const route = learnerRoutes.submission
  return askOwn(membership, { route, parameter: id, schema: submissionSchema, signal })
}

async function sendLetter(
  kit: Kit,
  membership: Membership,
  letter: Letter,
  signal?: AbortSignal,
): Promise<OwnAnswer<Submission>> {
  const { id, exercise, source, kit: version } = letter
  const answer = await askOwn(membership, {
    route: learnerRoutes.submit,
    body: { id, exercise, source, kit: version },
    schema: submissionSchema,
    signal,
  })
  if (answer.kind === 'answered') await noteSent(kit, letter)
  if (answer.kind === 'answered' || isForGood(answer)) await takeFromOutbox(kit, letter)
  return answer
}

const FOR_GOOD = new Set<Refusal['code']>([
  'bad-request',
  'too-large',
  'wrong-type',
  'unknown',
  'conflict',
])

/** Sending it again would come to the same. */
function isForGood(answer: OwnAnswer<unknown>): boolean {
  return answer.kind === 'refused' && FOR_GOOD.has(answer.refusal.code)
}

/** The file as it is now; as it waits already, where it is the same text. */
async function letterOf(kit: Kit, slug: string, learner: string): Promise<Letter> {
  const workplace = await workplaceOf(kit, slug)
  const content = await readWork(kit, workplace)
  if (content === undefined) {
    const fix = `Save it there, or take one back: npx five-pillars history ${slug}`
    throw new LearnerError('no-file', `There is no file ${workplace.name} to submit.`, fix)
  }
  const source = new TextDecoder().decode(content)
  if (source.length > MAX_SOURCE_LENGTH) {
    const text = `${workplace.name} is too long to be judged: the limit is ${MAX_SOURCE_LENGTH} characters.`
    throw new LearnerError('too-large', text, 'Make it shorter, then submit it again.')
  }
  await save(kit, slug, 'save')
  const waiting = (await outbox(kit, learner)).findLast(({ exercise }) => exercise === slug)
  if (waiting?.source === source) return waiting
  return { id: randomUUID(), exercise: slug, source, kit: kitVersion, learner, at: kit.now() }
}

const sentSchema = z.object({ id: submissionIdSchema, learner: z.string(), hash: z.string() })

function sentFile(kit: Kit, slug: string): string {
  return path.join(roomFolder(kit), 'sent', `${slug}.json`)
}

/** So that the same text is not sent twice. Without room for that it may be, and is judged once. */
async function noteSent(kit: Kit, { id, exercise, learner, source }: Letter): Promise<void> {
  const sent = { id, learner, hash: hashOf(new TextEncoder().encode(source)) }
  const content = new TextEncoder().encode(JSON.stringify(sent))
  await kit.disk.write(sentFile(kit, exercise), content).catch(() => {})
}

/** What became of the very same text, where it was sent before; undefined where it is to be sent. */
async function sentBefore(
  kit: Kit,
  membership: Membership,
  { exercise, learner, source }: Letter,
): Promise<Exclude<Submitted, { kind: 'waits' }> | undefined> {
  const sent = await sentText(kit, exercise)
  const hash = hashOf(new TextEncoder().encode(source))
  if (sent === undefined || sent.learner !== learner || sent.hash !== hash) return undefined
  const answer = await askStanding(membership, sent.id)
  if (answer.kind === 'away') return { kind: 'there', why: troubleOfAnswer(membership, answer) }
  if (answer.kind !== 'answered') return undefined
  const { kind } = answer.value.standing
  if (kind === 'not-judged' || kind === 'superseded') return undefined
  return { kind: 'sent', submission: answer.value, isAgain: true }
}

/** What was sent last of an exercise; undefined where nothing was, or it is not known. */
export async function sentText(
  kit: Kit,
  slug: string,
): Promise<z.infer<typeof sentSchema> | undefined> {
  const content = await kit.disk.read(sentFile(kit, slug))
  if (content === undefined) return undefined
  try {
    return sentSchema.safeParse(JSON.parse(new TextDecoder().decode(content))).data
  } catch {
    return undefined
  }
}
