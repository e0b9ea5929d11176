import { BrokenPromise, holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { expectOneHash } from './one-hash.ts'
import { ALL_PLACES, placeOf } from './place-hash.ts'
import { Session } from './session.ts'
import type { Subject } from './session.ts'

/** The clusters of the promise, as the brief states them. */
export const balanceWorld = { clusters: 10, nodes: 10, vnodes: 100, keys: 5000 } as const

/** Set from data: balance.json has what correct and wrong rings reach. */
export const PEAK_TO_MEAN_MAX = 1.7

/** Of ten nodes the busiest has little more than its share. */
export function isBalanced(subject: Subject): void {
  holds(
    [fc.noShrink(fc.nat({ max: 2 ** 20 }))],
    (seed) => {
      const peak = meanPeak(subject, seed)
      if (peak <= PEAK_TO_MEAN_MAX) return
      const { clusters, nodes, vnodes, keys } = balanceWorld
      throw new BrokenPromise(
        `The busiest of ${nodes} nodes has ${peak.toFixed(2)} times its share of the keys; up to ${PEAK_TO_MEAN_MAX} is fine.\n` +
          `  vnodes ${vnodes}, ${keys.toLocaleString('en-US')} keys, the mean of ${clusters} clusters`,
      )
    },
    { factor: 0.01 },
  )
}

/** Keys of the busiest node by those of the mean one, on average over the clusters. */
export function meanPeak(subject: Subject, seed: number): number {
  const { clusters } = balanceWorld
  let sum = 0
  for (let cluster = 0; cluster < clusters; cluster++) {
    sum += peakToMean(subject, seed * clusters + cluster)
  }
  return sum / clusters
}

function peakToMean(subject: Subject, seed: number): number {
  const { nodes, vnodes, keys } = balanceWorld
  const hash = { places: ALL_PLACES, seed }
  const session = new Session(subject, { vnodes, hash: (text) => placeOf(text, hash) })
  for (let node = 0; node < nodes; node++) session.add(`node-${node}`)
  const counts = new Map<string, number>()
  for (let key = 0; key < keys; key++) {
    const owner = session.owner(`key-${key}`)
    if (owner === null) throw new Error('sentinel-hash-ring-balance.ts: ten nodes, and no owner')
    // A ring that is made anew for each lookup would take seconds: it breaks another promise first.
    if (key > 0) expectOneHash(session, `key-${key}`)
    counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  return (Math.max(...counts.values()) * nodes) / keys
}
