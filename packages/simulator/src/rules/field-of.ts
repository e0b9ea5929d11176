/**
 * A field of the data of an event, as a text that equal values share: `fieldOf({ term: 3 },
 * 'term')` is `3`.
 */
export function fieldOf(data: unknown, field: string): string {
  if (typeof data !== 'object' || data === null) return 'nothing'
  const value: unknown = Reflect.get(data, field)
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return JSON.stringify(value) ?? 'nothing'
}
