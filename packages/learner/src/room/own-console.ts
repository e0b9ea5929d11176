import type { z } from 'zod'

import { LearnerError } from '../learner-error.ts'
import { askConsole } from './ask-console.ts'
import type { Answer, Request } from './ask-console.ts'
import type { Membership } from './membership.ts'
import { awayFrom, hello } from './reach.ts'

/** What the console of a room says when it does not know a token any more. */
const UNKNOWN_TOKEN = 401

/** `gone`: the learner is in that room no longer. */
export type OwnAnswer<Value> = Answer<Value> | { readonly kind: 'gone' }

/**
 * Asks the console of the room as its learner. An address may have another machine by now: the token
 * and the work are sent only where a console says hello.
 */
export async function askOwn<Schema extends z.ZodType>(
  { origin, token }: Membership,
  request: Omit<Request<Schema>, 'token'>,
): Promise<OwnAnswer<z.output<Schema>>> {
  const found = await hello(origin, request.signal)
  if (found.kind !== 'answered') return found
  const answer = await askConsole<Schema>(origin, { ...request, token })
  const isGone = answer.kind === 'refused' && answer.status === UNKNOWN_TOKEN
  return isGone ? { kind: 'gone' } : answer
}

/**
 * Why something was not done.
 *
 * @param answer any but the one that was hoped for
 */
export function troubleOfAnswer(
  { origin }: Pick<Membership, 'origin'>,
  answer: Exclude<OwnAnswer<unknown>, { kind: 'answered' }>,
): LearnerError {
  switch (answer.kind) {
    case 'away':
      return awayFrom(origin)
    case 'strange': {
      const fix = 'Compare the address with the projector, and join with the one that is there.'
      return new LearnerError('not-a-console', `Something else answers at ${origin} now.`, fix)
    }
    case 'gone':
      return new LearnerError(
        'not-joined',
        'The console does not know you any more.',
        comeBack(origin),
      )
    case 'refused':
      return new LearnerError('refused', answer.refusal.message, fixOf(answer.refusal))
  }
}

function comeBack(origin: string): string {
  return `Come back with: npx five-pillars join ${origin}`
}

/** The message of a console has the rule; this is what can be typed here. */
function fixOf({ code, retryAfter }: { code: string; retryAfter?: number | undefined }): string {
  if (retryAfter !== undefined) return `Try again in ${retryAfter} s.`
  switch (code) {
    case 'wrong-code':
      return 'Compare it letter by letter, and run the same command again.'
    case 'nickname-taken':
      return 'With --nickname <another one>, or with --code <your personal code>.'
    case 'disk-full':
    case 'not-ready':
      return 'Tell your host, and try again in a moment.'
    default:
      return 'If that does not help, show this to your host.'
  }
}
