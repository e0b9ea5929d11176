import * as byNewVersion from './alternatives/by-new-version.ts'
import * as entriesClass from './alternatives/entries-class.ts'
import * as sortedLists from './alternatives/sorted-lists.ts'
import * as adds from './mutants/adds.ts'
import * as asText from './mutants/as-text.ts'
import * as assigned from './mutants/assigned.ts'
import * as beforeWhenEqual from './mutants/before-when-equal.ts'
import * as bothName from './mutants/both-name.ts'
import * as bumpInPlace from './mutants/bump-in-place.ts'
import * as bumpsAll from './mutants/bumps-all.ts'
import * as cached from './mutants/cached.ts'
import * as concurrentOnly from './mutants/concurrent-only.ts'
import * as dropsBeforeOnly from './mutants/drops-before-only.ts'
import * as dropsEqualOnly from './mutants/drops-equal-only.ts'
import * as firstDifference from './mutants/first-difference.ts'
import * as heardOfWriter from './mutants/heard-of-writer.ts'
import * as highestAndOne from './mutants/highest-and-one.ts'
import * as highestCount from './mutants/highest-count.ts'
import * as inherited from './mutants/inherited.ts'
import * as jsonText from './mutants/json-text.ts'
import * as keepsAll from './mutants/keeps-all.ts'
import * as knowsTheStore from './mutants/knows-the-store.ts'
import * as lastWins from './mutants/last-wins.ts'
import * as lastWriterWins from './mutants/last-writer-wins.ts'
import * as laterOne from './mutants/later-one.ts'
import * as lengths from './mutants/lengths.ts'
import * as mergeBumps from './mutants/merge-bumps.ts'
import * as mergeInPlace from './mutants/merge-in-place.ts'
import * as missingIsLess from './mutants/missing-is-less.ts'
import * as missingIsUnknown from './mutants/missing-is-unknown.ts'
import * as moreIsAfter from './mutants/more-is-after.ts'
import * as namesOfA from './mutants/names-of-a.ts'
import * as namesOfFirst from './mutants/names-of-first.ts'
import * as newIsZero from './mutants/new-is-zero.ts'
import * as noContext from './mutants/no-context.ts'
import * as notBumped from './mutants/not-bumped.ts'
import * as onlyOwn from './mutants/only-own.ts'
import * as ownEntry from './mutants/own-entry.ts'
import * as plainLookup from './mutants/plain-lookup.ts'
import * as pruned from './mutants/pruned.ts'
import * as refusesStale from './mutants/refuses-stale.ts'
import * as remembered from './mutants/remembered.ts'
import * as sameValue from './mutants/same-value.ts'
import * as sharedNames from './mutants/shared-names.ts'
import * as smaller from './mutants/smaller.ts'
import * as sumRead from './mutants/sum-read.ts'
import * as sums from './mutants/sums.ts'
import * as swapped from './mutants/swapped.ts'
import * as thirtyTwoBits from './mutants/thirty-two-bits.ts'
import * as threeAtMost from './mutants/three-at-most.ts'
import * as truthySiblings from './mutants/truthy-siblings.ts'
import * as truthyValue from './mutants/truthy-value.ts'
import * as solution from './solution/version-vectors.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'entries-class.ts': entriesClass,
  'by-new-version.ts': byNewVersion,
  'sorted-lists.ts': sortedLists,
}

const mutants: Record<string, Subject> = {
  'sums.ts': sums,
  'lengths.ts': lengths,
  'first-difference.ts': firstDifference,
  'more-is-after.ts': moreIsAfter,
  'highest-count.ts': highestCount,
  'shared-names.ts': sharedNames,
  'names-of-first.ts': namesOfFirst,
  'swapped.ts': swapped,
  'as-text.ts': asText,
  'thirty-two-bits.ts': thirtyTwoBits,
  'before-when-equal.ts': beforeWhenEqual,
  'missing-is-unknown.ts': missingIsUnknown,
  'missing-is-less.ts': missingIsLess,
  'json-text.ts': jsonText,
  'plain-lookup.ts': plainLookup,
  'adds.ts': adds,
  'smaller.ts': smaller,
  'last-wins.ts': lastWins,
  'names-of-a.ts': namesOfA,
  'both-name.ts': bothName,
  'later-one.ts': laterOne,
  'merge-bumps.ts': mergeBumps,
  'pruned.ts': pruned,
  'assigned.ts': assigned,
  'merge-in-place.ts': mergeInPlace,
  'remembered.ts': remembered,
  'cached.ts': cached,
  'bump-in-place.ts': bumpInPlace,
  'new-is-zero.ts': newIsZero,
  'highest-and-one.ts': highestAndOne,
  'bumps-all.ts': bumpsAll,
  'only-own.ts': onlyOwn,
  'inherited.ts': inherited,
  'last-writer-wins.ts': lastWriterWins,
  'keeps-all.ts': keepsAll,
  'drops-equal-only.ts': dropsEqualOnly,
  'drops-before-only.ts': dropsBeforeOnly,
  'concurrent-only.ts': concurrentOnly,
  'knows-the-store.ts': knowsTheStore,
  'no-context.ts': noContext,
  'not-bumped.ts': notBumped,
  'sum-read.ts': sumRead,
  'heard-of-writer.ts': heardOfWriter,
  'same-value.ts': sameValue,
  'refuses-stale.ts': refusesStale,
  'truthy-value.ts': truthyValue,
  'truthy-siblings.ts': truthySiblings,
  'three-at-most.ts': threeAtMost,
  'own-entry.ts': ownEntry,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-version-vectors-subjects.ts: ${file} is not in the table`)
}
