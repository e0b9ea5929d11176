/** Looking up an id that no data file declares. The message names the nearest id that exists. */
export class UnknownId extends Error {
  readonly code = 'UNKNOWN_ID'
  readonly kind: string
  readonly id: string
  readonly nearest: string | undefined

  constructor(kind: string, id: string, known: readonly string[]) {
    const nearest = nearestTo(id, known)
    const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
    super(`There is no ${kind} "${id}" in @five-pillars/content.${hint}`)
    this.name = 'UnknownId'
    this.kind = kind
    this.id = id
    this.nearest = nearest
  }
}

/** Makes a lookup by id that throws {@link UnknownId} instead of answering with nothing. */
export function lookupIn<Item extends { readonly id: string }>(
  kind: string,
  items: readonly Item[],
): (id: string) => Item {
  const byId = new Map(items.map((item) => [item.id, item]))
  return (id) => {
    const item = byId.get(id)
    if (item === undefined) throw new UnknownId(kind, id, [...byId.keys()])
    return item
  }
}

function nearestTo(id: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined
  // Further away than half its length, a name is another name and no slip of the keys.
  let least = Math.max(3, Math.ceil(id.length / 2)) + 1
  for (const candidate of known) {
    const distance = editDistance(id, candidate)
    if (distance < least) {
      least = distance
      nearest = candidate
    }
  }
  return nearest
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1]
    for (const [j, other] of b.split('').entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
