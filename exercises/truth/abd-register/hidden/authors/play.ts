import { manifest } from '../manifest.ts'
import { parts } from '../suite/checks.ts'
import type { Subject } from '../../scenario.ts'

export interface Broken {
  /** Full name of the hidden test. */
  test: string
  promise: string
  message: string
}

/** Plays the hidden suite in this process, in its order, and returns what is broken. */
export async function play(subject: Subject): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { title, checks } of parts) {
    for (const [name, check] of Object.entries(checks)) {
      const test = `${title} > ${name}`
      const message = await failure(check, subject)
      if (message !== null) broken.push({ test, promise: promiseOf(test), message })
    }
  }
  return broken
}

async function failure(
  check: (subject: Subject) => void | Promise<void>,
  subject: Subject,
): Promise<string | null> {
  try {
    await check(subject)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export function promiseOf(test: string): string {
  const listed = manifest.tests.find(({ id }) => id === test)
  if (listed !== undefined) return listed.promise
  throw new Error(`sentinel-abd-register-play.ts: the manifest does not list "${test}"`)
}
