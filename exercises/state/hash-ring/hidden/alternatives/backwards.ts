export interface HashRing {
  add(node: string): void
  remove(node: string): void
  owner(key: string): string | null
  replicas(key: string, n: number): string[]
}

/** A point is a pair; equal places are ordered by the name in reverse. */
type Point = readonly [place: number, node: string]

/** A key belongs to the last point before it: the ring is walked against the clock. */
export function createHashRing(options: {
  vnodes: number
  hash: (text: string) => number
}): Readonly<HashRing> {
  const ring: Point[] = []
  const members: string[] = []

  const isBefore = ([place, node]: Point, [otherPlace, otherNode]: Point): boolean =>
    place === otherPlace ? node > otherNode : place < otherPlace

  /** How many points lie before this one. */
  const rank = (point: Point): number => {
    let count = ring.length
    let from = 0
    while (from < count) {
      const half = from + ((count - from) >> 1)
      const there = ring[half]
      if (there !== undefined && isBefore(there, point)) from = half + 1
      else count = half
    }
    return from
  }

  const labels = (node: string): string[] =>
    [...Array(options.vnodes).keys()].map((index) => JSON.stringify([node, index]))

  const walk = (key: string, n: number): string[] => {
    const list: string[] = []
    let index = rank([options.hash(key), ''])
    for (let steps = ring.length; steps > 0 && list.length < n; steps--) {
      index = index === 0 ? ring.length - 1 : index - 1
      const [, node = ''] = ring[index] ?? []
      if (!list.includes(node)) list.push(node)
      if (list.length === members.length) break
    }
    return list
  }

  return Object.freeze({
    add(node: string) {
      if (members.includes(node)) return
      members.push(node)
      for (const label of labels(node)) {
        const point: Point = [options.hash(label), node]
        ring.splice(rank(point), 0, point)
      }
    },
    remove(node: string) {
      const index = members.indexOf(node)
      if (index < 0) return
      members.splice(index, 1)
      for (const label of labels(node)) {
        const at = rank([options.hash(label), node])
        if (ring[at]?.[1] !== node) throw new Error('sentinel-hash-ring-backwards.ts: lost a point')
        ring.splice(at, 1)
      }
    },
    owner: (key: string) => walk(key, 1).at(0) ?? null,
    replicas: walk,
  })
}
