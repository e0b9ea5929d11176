import path from 'node:path'

import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** Each of them takes more than half a minute; the others fill what is left of the workers. */
const LONGEST = [
  'decks',
  'live-start-away',
  'hub',
  'kit',
  'live-player',
  'console-day',
  'live-start',
]

/** A worker that begins a long file when the others have nothing left makes all wait for it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is vitest's, and gives a list of its own
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.indexOf(path.basename(moduleId, '.test.ts'))
  return place === -1 ? LONGEST.length : place
}
