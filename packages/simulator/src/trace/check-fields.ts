/** What is wrong with a value, or undefined. `path` is where it stands. */
export type Check = (value: unknown, path: string) => string | undefined

/** A check for each field; a question mark behind its name says that it may be missing. */
export type Fields = Readonly<Record<string, Check>>

const LONGEST_VALUE = 40

export const aText: Check = (value, path) =>
  typeof value === 'string' ? undefined : wrong(value, path, 'a text')

export const aNumber: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : wrong(value, path, 'a number')

export const aTime: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? undefined
    : wrong(value, path, 'milliseconds from 0 up')

export const aCount: Check = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? undefined
    : wrong(value, path, 'a whole number from 0 up')

export const anything: Check = () => undefined

/** One of these values and no other. */
export function oneOf(...values: readonly (string | number | boolean | null)[]): Check {
  const expected = values.map((each) => JSON.stringify(each)).join(' or ')
  return (value, path) =>
    values.some((each) => each === value) ? undefined : wrong(value, path, expected)
}

/** Passes what passes the first check or the second; the first one complains. */
export function either(check: Check, other: Check): Check {
  return (value, path) => (other(value, path) === undefined ? undefined : check(value, path))
}

export function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(value, path, 'a list')
    const items: readonly unknown[] = value
    return firstOf(items.entries(), ([index, item]) => check(item, `${path}[${index}]`))
  }
}

/** A list of exactly so many. */
export function tupleOf(...checks: readonly Check[]): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== checks.length) {
      return wrong(value, path, `a list of ${checks.length}`)
    }
    const items: readonly unknown[] = value
    return firstOf(checks.entries(), ([index, check]) => check(items[index], `${path}[${index}]`))
  }
}

/** An object with these fields. It may have more of them, which nobody reads. */
export function objectOf(fields: Fields): Check {
  return (value, path) => {
    const own = fieldsOf(value)
    if (own === undefined) return wrong(value, path, 'an object')
    return firstOf(Object.entries(fields), ([name, check]) => {
      const key = name.replace('?', '')
      const field = own.get(key)
      if (field === undefined && key !== name) return undefined
      return check(field, `${path}.${key}`)
    })
  }
}

/** An object whose `kind` says which of these fields it has. */
export function kindOf(kinds: Readonly<Record<string, Fields>>): Check {
  const checks = new Map(Object.entries(kinds).map(([kind, fields]) => [kind, objectOf(fields)]))
  return (value, path) => {
    const own = fieldsOf(value)
    if (own === undefined) return wrong(value, path, 'an object')
    const kind = own.get('kind')
    const check = typeof kind === 'string' ? checks.get(kind) : undefined
    if (check !== undefined) return check(value, path)
    return wrong(kind, `${path}.kind`, `one of ${[...checks.keys()].join(', ')}`)
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return new Map(Object.entries(value))
}

function firstOf<T>(
  items: Iterable<T>,
  check: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const complaint = check(item)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function wrong(value: unknown, path: string, expected: string): string {
  if (value === undefined) return `${path} is missing: it has to be ${expected}`
  const text = JSON.stringify(value) ?? typeof value
  const shown = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
  return `${path} is ${shown}: it has to be ${expected}`
}
