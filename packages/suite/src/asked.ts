import { BrokenPromise, SubjectThrew } from './broken-promise.ts'
import { thrownText } from './story.ts'

/**
 * Asks a submission, and reads in the same breath what it answers, since reading may run its code.
 *
 * @param call the call as the learner would write it
 * @param ask makes the call; what it finds broken goes on as it is
 * @param story what came before it
 * @throws {SubjectThrew} with the call and the story so far
 */
export function asked<Answer>(call: string, ask: () => Answer, story?: () => string): Answer {
  try {
    return ask()
  } catch (error) {
    if (error instanceof BrokenPromise) throw error
    const lines = [`${call} threw ${thrownText(error)}`, ...(story === undefined ? [] : [story()])]
    throw new SubjectThrew(lines.join('\n'), { cause: error })
  }
}
