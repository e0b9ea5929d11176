/** A field of something that a node made visible; undefined where there is none. */
export function fieldOf(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined
}

/** A field that is a text; the empty one where it is not. */
export function textIn(data: unknown, field: string): string {
  const text = fieldOf(data, field)
  return typeof text === 'string' ? text : ''
}

/** A field that is a list of texts; an empty one where it is not. */
export function textsIn(data: unknown, field: string): string[] {
  const list = fieldOf(data, field)
  return Array.isArray(list) ? list.map((each) => String(each)) : []
}
