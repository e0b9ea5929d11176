export interface HashRingOptions {
  readonly vnodes: number
  readonly hash: (text: string) => number
}

export interface HashRing {
  add(node: string): void
  remove(node: string): void
  owner(key: string): string | null
  replicas(key: string, n: number): string[]
}

interface Point {
  readonly place: number
  readonly node: string
}

export function createHashRing({ vnodes, hash }: HashRingOptions): HashRing {
  /** Node → its points; adding a member again makes the same ones. */
  const members = new Map<string, Point[]>()
  /** All points, sorted by place: a change makes the list anew, a lookup only reads it. */
  let ring = arranged()

  /** Sorting keeps the order of equals: of two points on one place the smaller name is first. */
  function arranged(): Point[] {
    const names = [...members.keys()].toSorted()
    const points = names.flatMap((name) => members.get(name) ?? [])
    return points.toSorted((a, b) => a.place - b.place)
  }

  function replicas(key: string, n: number): string[] {
    const found = new Set<string>()
    const wanted = Math.min(n, members.size)
    const start = firstFrom(hash(key), ring)
    for (let step = 0; found.size < wanted; step++) {
      found.add(pointAt((start + step) % ring.length, ring).node)
    }
    return [...found]
  }

  return {
    add(node) {
      const labels = Array.from({ length: vnodes }, (_, index) => `${index}#${node}`)
      members.set(
        node,
        labels.map((label) => ({ place: hash(label), node })),
      )
      ring = arranged()
    },
    remove(node) {
      members.delete(node)
      ring = arranged()
    },
    owner: (key) => replicas(key, 1)[0] ?? null,
    replicas,
  }
}

/** Index of the first point at this place or after it; the length of the ring if there is none. */
function firstFrom(place: number, ring: readonly Point[]): number {
  let low = 0
  let high = ring.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (pointAt(middle, ring).place < place) low = middle + 1
    else high = middle
  }
  return low
}

function pointAt(index: number, ring: readonly Point[]): Point {
  const point = ring[index]
  if (point === undefined) throw new Error(`sentinel-hash-ring-hash-ring.ts: no point ${index}`)
  return point
}
