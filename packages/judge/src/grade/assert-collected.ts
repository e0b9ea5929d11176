import path from 'node:path'

import { JudgeError } from '../judge-error.ts'
import type { ThrownText } from '../run/events.ts'
import type { SuiteRun } from '../run/suite-run.ts'
import { causesOf } from './causes-of.ts'
import type { OwnFrames } from './own-frames.ts'

/**
 * A suite that fails before any test is the author's error, and counts against nobody.
 *
 * @param suite folder of the suite, for the message
 * @throws JudgeError `broken-suite`, naming the file and the reason
 */
export function assertCollected(run: SuiteRun, own: OwnFrames, suite: string): void {
  const fault = run.broken.find(({ error }) => isOfTheSuite(error, own))
  if (fault !== undefined) {
    throw new JudgeError('broken-suite', `${path.join(suite, fault.file)}\n${textOf(fault.error)}`)
  }
  if (run.loading.kind === 'loaded' && !run.isCollected && isWaiting(run)) {
    throw new JudgeError('broken-suite', `${suite}\nIt does not come to an end by itself.`)
  }
  const [error] = run.errors
  if (run.loading.kind === 'waiting' && error !== undefined) {
    throw new JudgeError('broken-suite', `${suite}\n${textOf(error)}`)
  }
}

/** A stack without a frame of the submission; what has no stack at all was thrown by it. */
function isOfTheSuite(error: ThrownText, own: OwnFrames): boolean {
  const chain = causesOf(error)
  return chain.every(({ stack }) => stack !== '' && own.in(stack).length === 0)
}

/** A call into the submission is not waited for by the suite. */
function isWaiting({ ending, limit }: SuiteRun): boolean {
  return ending === 'timeout' && (limit?.kind === 'test' || limit?.kind === 'never')
}

function textOf({ name, message }: ThrownText): string {
  return `${name}: ${message}`
}
