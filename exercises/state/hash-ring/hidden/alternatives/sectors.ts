const SECTORS = 4096
const SECTOR = 2 ** 32 / SECTORS

class Point {
  next: Point | undefined
  readonly place: number
  readonly node: string

  constructor(place: number, node: string) {
    this.place = place
    this.node = node
  }
}

/**
 * The ring in sectors of equal length, each with a linked list of its points: a lookup goes to its
 * sector at once. Places are well mixed, so the lists are short.
 */
export function createHashRing(o: { vnodes: number; hash(text: string): number }) {
  const sectors = new Map<number, Point>()
  let filled: number[] = []
  const members = new Set<string>()

  function insert(place: number, node: string): void {
    const sector = Math.floor(place / SECTOR)
    const point = new Point(place, node)
    let before: Point | undefined
    let after = sectors.get(sector)
    while (after && (after.place < place || (after.place === place && after.node < node))) {
      before = after
      after = after.next
    }
    point.next = after
    if (before) before.next = point
    else sectors.set(sector, point)
  }

  function noteFilled(): void {
    filled = [...sectors.keys()].toSorted((a, b) => a - b)
  }

  /** Points from a place on, in order, the first sector twice: its start comes at the end. */
  function* from(place: number): Generator<Point> {
    const own = Math.floor(place / SECTOR)
    for (let point = sectors.get(own); point; point = point.next) {
      if (point.place >= place) yield point
    }
    const start = indexAfter(own, filled)
    for (let index = 0; index < filled.length; index++) {
      const sector = filled[(start + index) % filled.length]
      if (sector === undefined) throw new Error('sentinel-hash-ring-sectors.ts: an empty sector')
      for (let point = sectors.get(sector); point; point = point.next) yield point
    }
  }

  function replicas(key: string, n: number): string[] {
    const found = new Map<string, true>()
    if (n > 0) {
      for (const { node } of from(o.hash(key))) {
        found.set(node, true)
        if (found.size === n || found.size === members.size) break
      }
    }
    return Array.from(found.keys())
  }

  function remove(node: string): void {
    if (!members.delete(node)) return
    const left = [...sectors.values()]
    sectors.clear()
    for (const first of left) {
      for (let point: Point | undefined = first; point; point = point.next) {
        if (point.node !== node) insert(point.place, point.node)
      }
    }
    noteFilled()
  }

  return {
    add(node: string): void {
      if (members.has(node)) return
      members.add(node)
      for (let i = o.vnodes; i > 0; i--) insert(o.hash(node + '\u0000' + i), node)
      noteFilled()
    },
    remove,
    owner(key: string): string | null {
      for (const { node } of from(o.hash(key))) return node
      return null
    },
    replicas,
    [Symbol.iterator]: () => members.values(),
  }
}

/** Index of the first filled sector behind this one. */
function indexAfter(sector: number, filled: readonly number[]): number {
  let start = 0
  for (let width = filled.length; width > 0;) {
    const half = width >> 1
    if ((filled[start + half] ?? SECTORS) <= sector) {
      start += half + 1
      width -= half + 1
    } else width = half
  }
  return start
}
