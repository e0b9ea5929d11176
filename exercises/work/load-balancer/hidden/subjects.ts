import * as linkedRing from './alternatives/linked-ring.ts'
import * as rotatingQueue from './alternatives/rotating-queue.ts'
import * as stableOrder from './alternatives/stable-order.ts'
import * as addResets from './mutants/add-resets.ts'
import * as clampedReadd from './mutants/clamped-readd.ts'
import * as cursorById from './mutants/cursor-by-id.ts'
import * as cursorReset from './mutants/cursor-reset.ts'
import * as doubleRelease from './mutants/double-release.ts'
import * as errLeak from './mutants/err-leak.ts'
import * as firstTie from './mutants/first-tie.ts'
import * as ghost from './mutants/ghost.ts'
import * as leastOfAll from './mutants/least-of-all.ts'
import * as minBeforeHealth from './mutants/min-before-health.ts'
import * as modIndex from './mutants/mod-index.ts'
import * as mostLoaded from './mutants/most-loaded.ts'
import * as neighbourPair from './mutants/neighbour-pair.ts'
import * as numberOrder from './mutants/number-order.ts'
import * as offByOne from './mutants/off-by-one.ts'
import * as ownDice from './mutants/own-dice.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as readdReset from './mutants/readd-reset.ts'
import * as recoveredFirst from './mutants/recovered-first.ts'
import * as recoveredJumps from './mutants/recovered-jumps.ts'
import * as rememberedIllness from './mutants/remembered-illness.ts'
import * as removesLast from './mutants/removes-last.ts'
import * as sameTwice from './mutants/same-twice.ts'
import * as sampledLeast from './mutants/sampled-least.ts'
import * as servedLeast from './mutants/served-least.ts'
import * as sharedMembers from './mutants/shared-members.ts'
import * as sortShuffle from './mutants/sort-shuffle.ts'
import * as textOrder from './mutants/text-order.ts'
import * as totalServed from './mutants/total-served.ts'
import * as undef from './mutants/undef.ts'
import * as unhealthyForgets from './mutants/unhealthy-forgets.ts'
import * as unhealthyOk from './mutants/unhealthy-ok.ts'
import * as worse from './mutants/worse.ts'
import * as solution from './solution/load-balancer.ts'
import type { Subject } from './suite/checks.ts'

/** Every hidden subject, checked against the exports that the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'rotating-queue.ts': rotatingQueue,
  'stable-order.ts': stableOrder,
  'linked-ring.ts': linkedRing,
}

const mutants: Record<string, Subject> = {
  'mod-index.ts': modIndex,
  'cursor-reset.ts': cursorReset,
  'unhealthy-ok.ts': unhealthyOk,
  'undef.ts': undef,
  'err-leak.ts': errLeak,
  'double-release.ts': doubleRelease,
  'first-tie.ts': firstTie,
  'most-loaded.ts': mostLoaded,
  'readd-reset.ts': readdReset,
  'same-twice.ts': sameTwice,
  'worse.ts': worse,
  'served-least.ts': servedLeast,
  'cursor-by-id.ts': cursorById,
  'recovered-first.ts': recoveredFirst,
  'recovered-jumps.ts': recoveredJumps,
  'text-order.ts': textOrder,
  'sampled-least.ts': sampledLeast,
  'number-order.ts': numberOrder,
  'add-resets.ts': addResets,
  'ghost.ts': ghost,
  'remembered-illness.ts': rememberedIllness,
  'min-before-health.ts': minBeforeHealth,
  'plain-object.ts': plainObject,
  'clamped-readd.ts': clampedReadd,
  'unhealthy-forgets.ts': unhealthyForgets,
  'shared-members.ts': sharedMembers,
  'own-dice.ts': ownDice,
  'total-served.ts': totalServed,
  'neighbour-pair.ts': neighbourPair,
  'least-of-all.ts': leastOfAll,
  'off-by-one.ts': offByOne,
  'sort-shuffle.ts': sortShuffle,
  'removes-last.ts': removesLast,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-load-balancer-subjects.ts: ${file} is not in the table`)
}
