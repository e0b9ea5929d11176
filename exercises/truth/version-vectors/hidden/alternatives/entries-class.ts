type NodeId = string
type VV = Readonly<Record<NodeId, number>>
type Order = 'before' | 'after' | 'equal' | 'concurrent'
type Sib<T> = { readonly version: VV; readonly value: T }

/** A version as a map without zeros: two are equal when they have the same entries. */
class Knowledge {
  readonly #counts: ReadonlyMap<NodeId, number>

  constructor(counts: Iterable<readonly [NodeId, number]>) {
    this.#counts = new Map([...counts].filter(([, count]) => count !== 0))
  }

  static of(version: VV): Knowledge {
    return new Knowledge(Object.entries(version))
  }

  /** Whether it knows all that the other one knows. */
  covers(other: Knowledge): boolean {
    for (const [id, count] of other.#counts) if (this.at(id) < count) return false
    return true
  }

  at(id: NodeId): number {
    return this.#counts.get(id) ?? 0
  }

  with(other: Knowledge): Knowledge {
    const counts = new Map(this.#counts)
    for (const [id, count] of other.#counts) if (this.at(id) < count) counts.set(id, count)
    return new Knowledge(counts)
  }

  after(id: NodeId): Knowledge {
    return new Knowledge([...this.#counts, [id, this.at(id) + 1]])
  }

  toVersion(): VV {
    return Object.fromEntries(this.#counts)
  }
}

export function compare(a: VV, b: VV): Order {
  const [left, right] = [Knowledge.of(a), Knowledge.of(b)]
  if (left.covers(right)) return right.covers(left) ? 'equal' : 'after'
  return right.covers(left) ? 'before' : 'concurrent'
}

export function merge(a: VV, b: VV): VV {
  return Knowledge.of(a).with(Knowledge.of(b)).toVersion()
}

export function bump(a: VV, id: NodeId): VV {
  if (typeof id !== 'string') throw new Error('sentinel-version-vectors-entries-class.ts: no name')
  return Knowledge.of(a).after(id).toVersion()
}

export function put<T>(siblings: readonly Sib<T>[], context: VV, value: T, at: NodeId): Sib<T>[] {
  const read = Knowledge.of(context)
  const kept = [{ version: read.after(at).toVersion(), value }]
  for (const sibling of siblings) {
    if (!read.covers(Knowledge.of(sibling.version))) kept.push(sibling)
  }
  return kept
}
