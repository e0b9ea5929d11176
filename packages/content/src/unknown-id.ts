import { distance } from 'fastest-levenshtein'

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
    const edits = distance(id, candidate)
    if (edits < least) {
      least = edits
      nearest = candidate
    }
  }
  return nearest
}
