import type { Subject } from '../../scenario.ts'
import { manifest } from '../manifest.ts'
import { parts } from '../suite/checks.ts'

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
      try {
        await check(subject)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        broken.push({ test, promise: promiseOf(test), message })
      }
    }
  }
  return broken
}

function promiseOf(test: string): string {
  const listed = manifest.tests.find(({ id }) => id === test)
  if (listed !== undefined) return listed.promise
  throw new Error(`sentinel-raft-election-play.ts: the manifest does not list "${test}"`)
}
