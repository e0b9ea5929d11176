import * as classes from './alternatives/classes.ts'
import * as functions from './alternatives/functions.ts'
import * as allOfThree from './mutants/all-of-three.ts'
import * as alwaysPanics from './mutants/always-panics.ts'
import * as deafInABatch from './mutants/deaf-in-a-batch.ts'
import * as ejectedIsCapacity from './mutants/ejected-is-capacity.ts'
import * as firstReply from './mutants/first-reply.ts'
import * as leaksTimeouts from './mutants/leaks-timeouts.ts'
import * as liveQuorum from './mutants/live-quorum.ts'
import * as mostCommon from './mutants/most-common.ts'
import * as neverPanics from './mutants/never-panics.ts'
import * as noWindow from './mutants/no-window.ts'
import * as nullIsZero from './mutants/null-is-zero.ts'
import * as oneAtNight from './mutants/one-at-night.ts'
import * as oneOfThree from './mutants/one-of-three.ts'
import * as onePoint from './mutants/one-point.ts'
import * as readsOne from './mutants/reads-one.ts'
import * as ringOnHealth from './mutants/ring-on-health.ts'
import * as shrinksOnReturn from './mutants/shrinks-on-return.ts'
import * as takesTurns from './mutants/takes-turns.ts'
import * as threeAtMost from './mutants/three-at-most.ts'
import * as waitsForEver from './mutants/waits-for-ever.ts'
import * as writeAll from './mutants/write-all.ts'
import * as solution from './solution/game-day.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against what the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'classes.ts': classes,
  'functions.ts': functions,
}

const mutants: Record<string, Subject> = {
  'deaf-in-a-batch.ts': deafInABatch,
  'never-panics.ts': neverPanics,
  'ring-on-health.ts': ringOnHealth,
  'live-quorum.ts': liveQuorum,
  'ejected-is-capacity.ts': ejectedIsCapacity,
  'shrinks-on-return.ts': shrinksOnReturn,
  'leaks-timeouts.ts': leaksTimeouts,
  'takes-turns.ts': takesTurns,
  'waits-for-ever.ts': waitsForEver,
  'first-reply.ts': firstReply,
  'most-common.ts': mostCommon,
  'null-is-zero.ts': nullIsZero,
  'no-window.ts': noWindow,
  'one-of-three.ts': oneOfThree,
  'reads-one.ts': readsOne,
  'all-of-three.ts': allOfThree,
  'write-all.ts': writeAll,
  'one-point.ts': onePoint,
  'always-panics.ts': alwaysPanics,
  'three-at-most.ts': threeAtMost,
  'one-at-night.ts': oneAtNight,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-game-day-subjects.ts: ${file} is not in the table`)
}
