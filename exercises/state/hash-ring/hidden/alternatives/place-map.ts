export type HashRingOptions = { vnodes: number; hash: (text: string) => number }

/** Who has points where: the index of the places is made when somebody asks. */
class PlaceMap {
  readonly #options: HashRingOptions
  readonly #placesOf = new Map<string, Set<number>>()
  #places: Uint32Array | null = null
  #nodesAt = new Map<number, string[]>()

  constructor(options: HashRingOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#placesOf.size
  }

  add(node: string): void {
    if (this.#placesOf.has(node)) return
    const places = new Set<number>()
    for (let index = 1; index <= this.#options.vnodes; index++) {
      places.add(this.#options.hash(`${node}/${index}`))
    }
    this.#placesOf.set(node, places)
    this.#places = null
  }

  remove(node: string): void {
    if (this.#placesOf.delete(node)) this.#places = null
  }

  owner(key: string): string | null {
    for (const node of this.#walk(key)) return node
    return null
  }

  replicas(key: string, n: number): string[] {
    const list: string[] = []
    if (n <= 0) return list
    for (const node of this.#walk(key)) {
      if (!list.includes(node)) list.push(node)
      if (list.length >= n || list.length === this.size) break
    }
    return list
  }

  /** The nodes of all points, beginning after the key, once round the ring. */
  *#walk(key: string): Generator<string> {
    const places = this.#index()
    const start = indexAfter(places, this.#options.hash(key))
    for (let step = 0; step < places.length; step++) {
      const place = places[(start + step) % places.length]
      if (place !== undefined) yield* this.#nodesAt.get(place) ?? []
    }
  }

  #index(): Uint32Array {
    if (this.#places !== null) return this.#places
    const nodesAt = new Map<number, string[]>()
    for (const node of [...this.#placesOf.keys()].toSorted()) {
      for (const place of this.#placesOf.get(node) ?? []) {
        const there = nodesAt.get(place)
        if (there === undefined) nodesAt.set(place, [node])
        else there.push(node)
      }
    }
    this.#nodesAt = nodesAt
    this.#places = Uint32Array.from(nodesAt.keys()).toSorted()
    return this.#places
  }
}

/** Index of the first place behind this one; a key on a point belongs to the next. */
function indexAfter(places: Uint32Array, place: number): number {
  let [before, after] = [-1, places.length]
  while (after - before > 1) {
    const middle = (before + after) >>> 1
    const there = places[middle]
    if (there === undefined) throw new Error('sentinel-hash-ring-place-map.ts: out of the ring')
    if (there > place) after = middle
    else before = middle
  }
  return after
}

export const createHashRing = (options: HashRingOptions): PlaceMap => new PlaceMap(options)
