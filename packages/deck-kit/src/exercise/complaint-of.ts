import { Unwritten } from './refuse-unwritten.ts'
import type { Complaint } from './worker-messages.ts'

const MISSING_EXPORT = /does not provide an export named '?([\w$]+)/

/** What is wrong with a learner's file, from what its loading or its run threw. */
export function complaintOf(error: unknown): Complaint {
  if (isComplaint(error)) return error
  if (error instanceof Unwritten) {
    return { message: error.message, ...(error.file === undefined ? {} : { file: error.file }) }
  }
  if (!(error instanceof Error)) return { message: String(error) }
  const [, name] = MISSING_EXPORT.exec(error.message) ?? []
  if (name !== undefined) return { message: `the file does not export ${name}` }
  return { message: error.name === 'Error' ? error.message : `${error.name}: ${error.message}` }
}

/** Thrown in the place of a file that cannot be compiled. */
function isComplaint(error: unknown): error is Complaint {
  return (
    typeof error === 'object' &&
    error !== null &&
    !(error instanceof Error) &&
    'message' in error &&
    typeof error.message === 'string'
  )
}
