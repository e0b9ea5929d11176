import type { SuiteRun } from '../run/suite-run.ts'
import { causesOf } from './causes-of.ts'
import { noFunction, notExported } from './missing-exports.ts'
import type { OwnFrames } from './own-frames.ts'

/** What V8 says of a call: its last word is the name that was called. */
const CALLED = /(\w+)\)? is not a (?:function|constructor)$/

interface Asked {
  /** Full name of the test. */
  readonly id: string
  readonly own: OwnFrames
  /** How messages call the file. */
  readonly name: string
}

/**
 * The export that a test of a visible suite failed for want of, in the learner's words. A suite
 * without a manifest does not say what it needs; it is seen when a test asks for it.
 *
 * @returns undefined where it failed for another reason, or not at all
 */
export function missingForTest(run: SuiteRun, { id, own, name }: Asked): string | undefined {
  const heard = run.tests.get(id)
  const [error] = heard?.errors ?? []
  if (heard?.state !== 'failed' || error === undefined) return undefined
  const origin = causesOf(error).at(-1) ?? error
  if (origin.name !== 'TypeError' || own.beganIn(origin.stack)) return undefined
  const types = run.loading.kind === 'loaded' ? run.loading.types : {}
  // Whoever uses what is not there does so at once: the last one asked for is the one it broke at.
  const absent = heard.absent?.at(-1)
  if (absent !== undefined) return notExported(absent, types, name)
  const [, called = ''] = CALLED.exec(origin.message) ?? []
  const isWrong = Object.hasOwn(types, called) && types[called] !== 'function'
  return isWrong ? noFunction(called, types) : undefined
}
