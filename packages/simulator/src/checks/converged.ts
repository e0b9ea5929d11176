import { groupBy } from './group-by.ts'

/** Long values are cut to this many characters. */
const MAX_CHARACTERS = 60

/** What a replica has where it lacks the field altogether. */
const ABSENT: unique symbol = Symbol('absent')

export type Convergence =
  | { readonly kind: 'converged' }
  | {
      readonly kind: 'diverged'
      /** The first field in which they differ, such as `cart.items[2]`; empty: the whole value. */
      readonly field: string
      /** The replicas that agree with each other on it, each replica in one group. */
      readonly groups: readonly (readonly string[])[]
      /** Who has what, in plain words. */
      readonly text: string
    }

/**
 * Whether all replicas ended up with the same value. Values are plain JSON; the order of fields in
 * an object does not matter, that of elements in an array does.
 *
 * @param values the final value that each replica reports, by the name of the replica
 */
export function converged(values: Readonly<Record<string, unknown>>): Convergence {
  const difference = findDifference(Object.entries(values), '')
  if (difference === undefined) return { kind: 'converged' }
  const { field, reports } = difference
  const byText = [...groupBy(reports, ([, value]) => canonical(value))]
  const groups = byText.map(([, group]) => group.map(([replica]) => replica))
  const facts = byText.map(([text, group]) => {
    const replicas = group.map(([replica]) => replica)
    return `${join(replicas)} ${replicas.length === 1 ? 'has' : 'have'} ${cut(text)}`
  })
  const where = field === '' ? '' : ` in ${field}`
  return { kind: 'diverged', field, groups, text: `Replicas differ${where}: ${facts.join(', ')}.` }
}

type Report = readonly [replica: string, value: unknown]

interface Difference {
  readonly field: string
  readonly reports: readonly Report[]
}

/** The first difference at or below a field, in the order of elements and of sorted names. */
function findDifference(reports: readonly Report[], field: string): Difference | undefined {
  const values = reports.map(([, value]) => value)
  if (values.every((value) => Array.isArray(value))) {
    const length = Math.max(0, ...values.map((value) => value.length))
    for (let index = 0; index < length; index += 1) {
      const below = reports.map(([replica], report): Report => {
        const array = values[report] ?? []
        return [replica, index < array.length ? array[index] : ABSENT]
      })
      const difference = findDifference(below, `${field}[${index}]`)
      if (difference !== undefined) return difference
    }
    return undefined
  }
  if (values.every(isObject)) {
    const names = new Set(values.flatMap((value) => Object.keys(value)))
    for (const name of [...names].toSorted()) {
      const below = reports.map(([replica], report): Report => {
        const object = values[report] ?? {}
        return [replica, Object.hasOwn(object, name) ? object[name] : ABSENT]
      })
      const difference = findDifference(below, field === '' ? name : `${field}.${name}`)
      if (difference !== undefined) return difference
    }
    return undefined
  }
  return new Set(values.map(canonical)).size > 1 ? { field, reports } : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equal texts for equal values, whatever the order of fields. */
function canonical(value: unknown): string {
  if (value === ABSENT || value === undefined) return 'nothing'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'nothing'
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

function join(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

function cut(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}…`
}
