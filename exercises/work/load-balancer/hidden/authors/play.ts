import { manifest } from '../manifest.ts'
import { parts } from '../suite/checks.ts'
import type { Subject } from '../suite/checks.ts'
import type { Create } from '../suite/session.ts'

export interface Broken {
  /** Full name of the hidden test. */
  test: string
  promise: string
  message: string
}

/** Plays the hidden suite in this process, in its order, and returns what is broken. */
export function* play(subject: Subject): Generator<Broken> {
  for (const { title, create, checks } of parts) {
    const factory = create(subject)
    for (const [name, check] of factory === undefined ? [] : Object.entries(checks)) {
      const test = `${title} > ${name}`
      const message = failure(check, factory)
      if (message !== null) yield { test, promise: promiseOf(test), message }
    }
  }
}

function failure(check: (create: Create) => void, factory: Create | undefined): string | null {
  try {
    if (factory !== undefined) check(factory)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export function promiseOf(test: string): string {
  const listed = manifest.tests.find(({ id }) => id === test)
  if (listed !== undefined) return listed.promise
  throw new Error(`sentinel-load-balancer-play.ts: the manifest does not list "${test}"`)
}
