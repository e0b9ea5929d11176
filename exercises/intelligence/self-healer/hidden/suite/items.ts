import type { Item } from '../../src/self-healer.ts'

/** Names that somebody's map or falsy test gets wrong. */
const odd = ['', '10', '__proto__', 'constructor', 'a#1', 'null', 'hasOwnProperty', '2', 'toString']

export function idOf(index: number, isOdd = false): string {
  if (index < 0) throw new Error('sentinel-self-healer-items.ts: nobody has that name')
  return (isOdd ? odd[index] : undefined) ?? `s${index + 1}`
}

export function idsOf(count: number, isOdd = false): string[] {
  return Array.from({ length: count }, (_, index) => idOf(index, isOdd))
}

/** So many items of one plan. */
export function itemsOf(ids: readonly string[], change: Partial<Omit<Item, 'id'>> = {}): Item[] {
  return ids.map((id) => ({ id, plan: 1, health: 'healthy', ...change }))
}
