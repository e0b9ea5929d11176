import type { HashRing, HashRingOptions } from '../../src/hash-ring.ts'
import type { Subject } from '../suite/session.ts'

interface Point {
  readonly place: number
  readonly node: string
}

/** Right in every answer, and passes by the points one after the other: only time tells. */
export function scanning(
  find: (points: readonly Point[], place: number) => Point | undefined,
): Subject {
  return { createHashRing: (options) => createScanned(options, find) }
}

function createScanned(
  { vnodes, hash }: HashRingOptions,
  find: (points: readonly Point[], place: number) => Point | undefined,
): HashRing {
  if (vnodes < 1) throw new Error('sentinel-hash-ring-linear-scan.ts: no points')
  let points: Point[] = []
  return {
    add(node) {
      const own = Array.from({ length: vnodes }, (_, index) => ({
        place: hash(`${node}#${index}`),
        node,
      }))
      points = [...points, ...own].toSorted((a, b) => a.place - b.place)
    },
    remove(node) {
      points = points.filter((point) => point.node !== node)
    },
    owner: (key) => (find(points, hash(key)) ?? points[0])?.node ?? null,
    replicas: () => [],
  }
}
