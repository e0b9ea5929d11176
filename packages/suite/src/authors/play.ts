import type { Part } from '../define-suite.ts'
import type { ManifestData } from './exercise.ts'

/** One hidden test that a subject does not pass. */
export interface Broken {
  /** Full name of the hidden test. */
  readonly test: string
  readonly promise: string
  readonly message: string
}

/**
 * Plays a hidden suite in this process, in its order, and returns what is broken.
 *
 * @param only the promise whose tests are played, up to the first that is broken; default: all tests
 */
export async function play<Subject>(
  { parts, manifest }: { parts: readonly Part<Subject>[]; manifest: ManifestData },
  subject: Subject,
  only?: string,
): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { title, isThere, checks } of parts) {
    if (isThere?.(subject) === false) continue
    for (const [name, check] of Object.entries(checks)) {
      const test = `${title} > ${name}`
      const promise = promiseOf(test, manifest)
      if (only !== undefined && (promise !== only || broken.length > 0)) continue
      try {
        await check(subject)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        broken.push({ test, promise, message })
      }
    }
  }
  return broken
}

function promiseOf(test: string, { tests }: ManifestData): string {
  const listed = tests.find(({ id }) => id === test)
  if (listed !== undefined) return listed.promise
  throw new Error(`The manifest does not list "${test}"`)
}
