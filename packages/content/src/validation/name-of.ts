/** What to call the entry of a list in a message: its id where it has one, else its number. */
export function nameOf(index: string, entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return index
  if ('id' in entry && typeof entry.id === 'string') return entry.id
  return 'slug' in entry && typeof entry.slug === 'string' ? entry.slug : index
}
