import * as tombstones from './alternatives/tombstones.ts'
import * as wholeHistory from './alternatives/whole-history.ts'
import * as aMap from './mutants/a-map.ts'
import * as addsUp from './mutants/adds-up.ts'
import * as commonOnly from './mutants/common-only.ts'
import * as countsAdds from './mutants/counts-adds.ts'
import * as diceOfItsOwn from './mutants/dice-of-its-own.ts'
import * as eachAdd from './mutants/each-add.ts'
import * as edge from './mutants/edge.ts'
import * as firstKnows from './mutants/first-knows.ts'
import * as firstWins from './mutants/first-wins.ts'
import * as forgetsNode from './mutants/forgets-node.ts'
import * as heardAgain from './mutants/heard-again.ts'
import * as inPlace from './mutants/in-place.ts'
import * as keepsTags from './mutants/keeps-tags.ts'
import * as largestAdd from './mutants/largest-add.ts'
import * as lastOpWins from './mutants/last-op-wins.ts'
import * as leanForgets from './mutants/lean-forgets.ts'
import * as leanLastAdd from './mutants/lean-last-add.ts'
import * as lessSeen from './mutants/less-seen.ts'
import * as lowers from './mutants/lowers.ts'
import * as mergeCounts from './mutants/merge-counts.ts'
import * as needsName from './mutants/needs-name.ts'
import * as neverLess from './mutants/never-less.ts'
import * as noNode from './mutants/no-node.ts'
import * as numbersAgain from './mutants/numbers-again.ts'
import * as oneAddANode from './mutants/one-add-a-node.ts'
import * as oneAtATime from './mutants/one-at-a-time.ts'
import * as oneName from './mutants/one-name.ts'
import * as oneNumber from './mutants/one-number.ts'
import * as ownAddsOnly from './mutants/own-adds-only.ts'
import * as ownRemovesOnly from './mutants/own-removes-only.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as removeWins from './mutants/remove-wins.ts'
import * as removedForEver from './mutants/removed-for-ever.ts'
import * as secondWins from './mutants/second-wins.ts'
import * as setsQuantity from './mutants/sets-quantity.ts'
import * as smaller from './mutants/smaller.ts'
import * as subtracts from './mutants/subtracts.ts'
import * as sumDecides from './mutants/sum-decides.ts'
import * as thereAlready from './mutants/there-already.ts'
import * as union from './mutants/union.ts'
import * as zeroLeft from './mutants/zero-left.ts'
import * as solution from './solution/crdt-cart.ts'
import type { Subject } from './suite/subject.ts'

/** Every hidden subject, checked against the exports of the starter. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'tombstones.ts': tombstones,
  'whole-history.ts': wholeHistory,
}

const mutants: Record<string, Subject> = {
  'one-number.ts': oneNumber,
  'adds-up.ts': addsUp,
  'lowers.ts': lowers,
  'second-wins.ts': secondWins,
  'first-wins.ts': firstWins,
  'smaller.ts': smaller,
  'never-less.ts': neverLess,
  'sum-decides.ts': sumDecides,
  'one-name.ts': oneName,
  'plain-object.ts': plainObject,
  'a-map.ts': aMap,
  'in-place.ts': inPlace,
  'removed-for-ever.ts': removedForEver,
  'last-op-wins.ts': lastOpWins,
  'remove-wins.ts': removeWins,
  'dice-of-its-own.ts': diceOfItsOwn,
  'numbers-again.ts': numbersAgain,
  'no-node.ts': noNode,
  'union.ts': union,
  'common-only.ts': commonOnly,
  'own-removes-only.ts': ownRemovesOnly,
  'heard-again.ts': heardAgain,
  'first-knows.ts': firstKnows,
  'less-seen.ts': lessSeen,
  'edge.ts': edge,
  'one-at-a-time.ts': oneAtATime,
  'forgets-node.ts': forgetsNode,
  'own-adds-only.ts': ownAddsOnly,
  'there-already.ts': thereAlready,
  'each-add.ts': eachAdd,
  'needs-name.ts': needsName,
  'sets-quantity.ts': setsQuantity,
  'largest-add.ts': largestAdd,
  'one-add-a-node.ts': oneAddANode,
  'counts-adds.ts': countsAdds,
  'merge-counts.ts': mergeCounts,
  'subtracts.ts': subtracts,
  'zero-left.ts': zeroLeft,
  'keeps-tags.ts': keepsTags,
  'lean-forgets.ts': leanForgets,
  'lean-last-add.ts': leanLastAdd,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-crdt-cart-subjects.ts: ${file} is not in the table`)
}
