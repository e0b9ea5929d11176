import * as backwards from './alternatives/backwards.ts'
import * as placeMap from './alternatives/place-map.ts'
import * as sectors from './alternatives/sectors.ts'
import * as addedTwice from './mutants/added-twice.ts'
import * as clamp from './mutants/clamp.ts'
import * as comb from './mutants/comb.ts'
import * as dupReplica from './mutants/dup-replica.ts'
import * as emptyUndef from './mutants/empty-undef.ts'
import * as falsyNode from './mutants/falsy-node.ts'
import * as falsyPlace from './mutants/falsy-place.ts'
import * as firstNPoints from './mutants/first-n-points.ts'
import * as ghost from './mutants/ghost.ts'
import * as insertTie from './mutants/insert-tie.ts'
import * as lexSort from './mutants/lex-sort.ts'
import * as localeTie from './mutants/locale-tie.ts'
import * as mapCollision from './mutants/map-collision.ts'
import * as modN from './mutants/mod-n.ts'
import * as negativeN from './mutants/negative-n.ts'
import * as neighbourPoints from './mutants/neighbour-points.ts'
import * as nextFreePlace from './mutants/next-free-place.ts'
import * as noClamp from './mutants/no-clamp.ts'
import * as noWrap from './mutants/no-wrap.ts'
import * as numberedNodes from './mutants/numbered-nodes.ts'
import * as oneVnode from './mutants/one-vnode.ts'
import * as openEnd from './mutants/open-end.ts'
import * as othersByArrival from './mutants/others-by-arrival.ts'
import * as othersByName from './mutants/others-by-name.ts'
import * as ownerApart from './mutants/owner-apart.ts'
import * as plainObject from './mutants/plain-object.ts'
import * as prefixRemove from './mutants/prefix-remove.ts'
import * as rebuilt from './mutants/rebuilt.ts'
import * as rememberedList from './mutants/remembered-list.ts'
import * as rememberedOwner from './mutants/remembered-owner.ts'
import * as secondPoint from './mutants/second-point.ts'
import * as sharedPoints from './mutants/shared-points.ts'
import * as sharedRing from './mutants/shared-ring.ts'
import * as signed from './mutants/signed.ts'
import * as spliceStranger from './mutants/splice-stranger.ts'
import * as splitLabel from './mutants/split-label.ts'
import * as spreadPoints from './mutants/spread-points.ts'
import * as solution from './solution/hash-ring.ts'
import type { Subject } from './suite/session.ts'

/** Every hidden subject, checked against the exports that the suite asks for. */
export const reference: Subject = solution

export const alternatives: Record<string, Subject> = {
  'place-map.ts': placeMap,
  'backwards.ts': backwards,
  'sectors.ts': sectors,
}

const mutants: Record<string, Subject> = {
  'mod-n.ts': modN,
  'one-vnode.ts': oneVnode,
  'no-wrap.ts': noWrap,
  'dup-replica.ts': dupReplica,
  'ghost.ts': ghost,
  'lex-sort.ts': lexSort,
  'insert-tie.ts': insertTie,
  'signed.ts': signed,
  'empty-undef.ts': emptyUndef,
  'clamp.ts': clamp,
  'second-point.ts': secondPoint,
  'split-label.ts': splitLabel,
  'prefix-remove.ts': prefixRemove,
  'falsy-node.ts': falsyNode,
  'falsy-place.ts': falsyPlace,
  'shared-ring.ts': sharedRing,
  'shared-points.ts': sharedPoints,
  'locale-tie.ts': localeTie,
  'map-collision.ts': mapCollision,
  'next-free-place.ts': nextFreePlace,
  'comb.ts': comb,
  'neighbour-points.ts': neighbourPoints,
  'spread-points.ts': spreadPoints,
  'numbered-nodes.ts': numberedNodes,
  'remembered-owner.ts': rememberedOwner,
  'remembered-list.ts': rememberedList,
  'splice-stranger.ts': spliceStranger,
  'added-twice.ts': addedTwice,
  'plain-object.ts': plainObject,
  'first-n-points.ts': firstNPoints,
  'open-end.ts': openEnd,
  'negative-n.ts': negativeN,
  'no-clamp.ts': noClamp,
  'others-by-name.ts': othersByName,
  'others-by-arrival.ts': othersByArrival,
  'owner-apart.ts': ownerApart,
  'rebuilt.ts': rebuilt,
}

export const mutantFiles: readonly string[] = Object.keys(mutants)

export function mutantOf(file: string): Subject {
  const mutant = mutants[file]
  if (mutant !== undefined) return mutant
  throw new Error(`sentinel-hash-ring-subjects.ts: ${file} is not in the table`)
}
