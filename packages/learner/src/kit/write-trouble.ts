import { LearnerError } from '../learner-error.ts'
import { hasCode } from './node-disk.ts'

/**
 * What a learner is told when something could not be written.
 *
 * @param what such as `a copy of src/quorum.ts`
 */
export function writeTrouble(error: unknown, what: string, folder: string): LearnerError {
  if (error instanceof LearnerError) return error
  if (hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT')) {
    const text = `The disk is full: there is no room for ${what}. Your file is as it was.`
    return new LearnerError('disk-full', text, 'Make room, then run the same command again.', error)
  }
  const why = error instanceof Error ? error.message : String(error)
  return new LearnerError(
    'cannot-write',
    `There is no way to write ${what}: ${why}. Your file is as it was.`,
    `Make ${folder} writable, then run the same command again.`,
    error,
  )
}
