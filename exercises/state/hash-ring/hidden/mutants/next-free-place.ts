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
  if (vnodes < 1) throw new RangeError('sentinel-hash-ring-next-free-place.ts: no points, no ring')
  const nodes = new Set<string>()
  /** Of all members, sorted: a change makes it anew, a lookup only reads it. */
  let points: Point[] = []

  function pointsOf(node: string): Point[] {
    const taken = new Set(points.map((point) => point.place))
    return Array.from({ length: vnodes }, (_, index) => {
      let place = hash(`${index}#${node}`)
      while (taken.has(place)) place++
      return { place, node }
    })
  }

  function replicas(key: string, n: number): string[] {
    const found = new Set<string>()
    const start = firstFrom(hash(key), points)
    for (let step = 0; step < points.length && found.size < n; step++) {
      const point = points[(start + step) % points.length]
      if (point !== undefined) found.add(point.node)
    }
    return [...found]
  }

  return {
    add(node) {
      if (nodes.has(node)) return
      nodes.add(node)
      points = [...points, ...pointsOf(node)].toSorted(clockwise)
    },
    remove(node) {
      if (!nodes.delete(node)) return
      points = points.filter((point) => point.node !== node)
    },
    owner: (key) => replicas(key, 1)[0] ?? null,
    replicas,
  }
}

/** Of two points on one place the smaller name is first, whoever came first. */
function clockwise(a: Point, b: Point): number {
  return a.place - b.place || (a.node < b.node ? -1 : 1)
}

/** Index of the first point at this place or after it; all points where there is none. */
function firstFrom(place: number, points: readonly Point[]): number {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((points[middle]?.place ?? Infinity) < place) low = middle + 1
    else high = middle
  }
  return low
}
