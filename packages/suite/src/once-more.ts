import { NotDeterministic } from './broken-promise.ts'
import { thrownText } from './story.ts'

/** Hears what is called while a case that has failed is run once more. */
export interface Recorder {
  start(): void
  /** Ends it; what was heard goes along with the error, as `calls`. */
  stop(): unknown
}

/** A failure that was looked at twice. */
export interface Failure {
  readonly error: unknown
  /** What the failing case called; undefined where nobody heard it. */
  readonly calls: unknown
  /** Whether the same case went another way the second time. */
  readonly isFlaky: boolean
}

let recorder: Recorder | undefined

const told = new WeakSet<object>()

/**
 * From now on every case that fails is run once more, and heard. Without a recorder nothing is run
 * twice.
 */
export function recordFailures(by: Recorder | undefined): void {
  recorder = by
}

/** Runs a case that has failed once more. */
export function onceMore(error: unknown, act: () => void): Failure {
  if (recorder === undefined || isTold(error)) return { error, calls: undefined, isFlaky: false }
  recorder.start()
  let again: unknown = NOTHING
  try {
    act()
  } catch (thrown) {
    again = thrown
  }
  return looked(error, again, recorder.stop())
}

/** As `onceMore`, for a case that takes (virtual) time. */
export async function onceMoreLater(
  error: unknown,
  act: () => void | Promise<void>,
): Promise<Failure> {
  if (recorder === undefined || isTold(error)) return { error, calls: undefined, isFlaky: false }
  recorder.start()
  let again: unknown = NOTHING
  try {
    await act()
  } catch (thrown) {
    again = thrown
  }
  return looked(error, again, recorder.stop())
}

/** What to throw of a failure: it is not looked at again. */
export function errorOf({ error, calls, isFlaky }: Failure): unknown {
  const thrown = isFlaky ? notDeterministic(messageOf(error)) : error
  if (!(thrown instanceof Error)) return thrown
  told.add(thrown)
  return calls === undefined ? thrown : Object.assign(thrown, { calls })
}

/** @param story what was wrong the first time */
export function notDeterministic(story: string): Error {
  return new NotDeterministic(
    `${story}\nOnce more from the start, the same calls went another way.`,
  )
}

const NOTHING = Symbol('nothing was thrown')

/** Looked at already; or of a world, which repeats its own runs, by their tokens. */
function isTold(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  return told.has(error) || 'replay' in error
}

function looked(error: unknown, again: unknown, calls: unknown): Failure {
  const isFlaky = again === NOTHING || messageOf(again) !== messageOf(error)
  return { error, calls: isFlaky ? undefined : calls, isFlaky }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : thrownText(error)
}
