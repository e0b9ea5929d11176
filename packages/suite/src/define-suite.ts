import { describe, test } from 'vitest'

import { errorOf, onceMoreLater } from './once-more.ts'

/** Throws the story of a promise that does not hold. */
export type Check<Subject> = (subject: Subject) => void | Promise<void>

/** One part of an exercise, as its brief divides it. */
export interface Part<Subject> {
  readonly title: string
  /** Whether the submission has this part; only a stretch may be left out. Default: it has. */
  readonly isThere?: (subject: Subject) => boolean
  /** Test title → what must hold, in the order in which a learner meets them. */
  readonly checks: Readonly<Record<string, Check<Subject>>>
}

/** Makes a vitest suite of parts: `describe` for each part, `test` for each check. */
export function defineSuite<Subject>(parts: readonly Part<Subject>[], subject: Subject): void {
  for (const { title, isThere, checks } of parts) {
    // oxlint-disable-next-line vitest/valid-title -- the exercise titles its parts
    describe.skipIf(isThere?.(subject) === false)(title, () => {
      for (const [name, check] of Object.entries(checks)) {
        // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- a check throws its own story
        test(name, () => checked(() => check(subject)))
      }
    })
  }
}

async function checked(check: () => void | Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    throw errorOf(await onceMoreLater(error, check))
  }
}
