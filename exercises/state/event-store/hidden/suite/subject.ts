import { BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'

import type * as starter from '../../src/event-store.ts'

/** What a submission exports. */
export type Subject = typeof starter

/**
 * Asks the submission, and reads in the same breath what it answers, since reading may run its code.
 *
 * @throws {SubjectThrew} with the story so far
 */
export function asked<Answer>(ask: () => Answer, story: () => string): Answer {
  try {
    return ask()
  } catch (error) {
    if (error instanceof BrokenPromise) throw error
    throw new SubjectThrew(`${thrownText(error)}\n${story()}`, { cause: error })
  }
}

/** What an answer says, as text: two answers are the same where their texts are. */
export function textOf(answer: unknown): string {
  if (typeof answer === 'function') return 'a function'
  if (typeof answer === 'string') return JSON.stringify(answer)
  if (typeof answer !== 'object' || answer === null) return String(answer)
  if (Array.isArray(answer)) return `[${answer.map(textOf).join(', ')}]`
  const fields = Object.entries(answer).map(([key, value]) => `${key}: ${textOf(value)}`)
  if (fields.some((field) => field === '')) {
    throw new Error('sentinel-event-store-subject.ts: a field without text')
  }
  return `{${fields.join(', ')}}`
}
