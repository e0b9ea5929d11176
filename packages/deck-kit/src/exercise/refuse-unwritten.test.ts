import { simulate } from '@five-pillars/simulator'
import type { Report } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { refuseUnwritten, Unwritten } from './refuse-unwritten.ts'

/** The report of a world whose only node throws this. */
function reportOf(message: string): Report {
  const world = simulate<string>({
    name: 'starter',
    nodes: ['a'],
    make: () => ({
      start() {
        throw new Error(message)
      },
      onMessage() {},
      onTimer() {},
    }),
    profile: {},
    runMs: 10,
    faults: [],
  })
  return world.run({ seed: 1 })
}

const unwritten = reportOf('createHashRing is not written yet: start at part 1')

function refused(report: Report, subject: unknown): unknown {
  try {
    refuseUnwritten(report, subject)
    return undefined
  } catch (error) {
    return error
  }
}

test('what is missing is said, and in which file of which part', () => {
  const parts = { quorum: {}, hashRing: { createHashRing: () => null } }
  const error = refused(unwritten, { parts })
  expect(error).toBeInstanceOf(Unwritten)
  expect(error).toMatchObject({
    message: 'createHashRing is not written yet: start at part 1',
    file: 'src/hash-ring.ts',
  })
})

test('an exercise without parts has one file only', () => {
  expect(refused(unwritten, {})).toMatchObject({ file: undefined })
})

test('whatever else a node throws is a finding of its run', () => {
  expect(refused(reportOf('the ring is empty'), {})).toBeUndefined()
})
