// Two sorted lists of entries, walked side by side; the answers are objects without a prototype.

type Entry = readonly [id: string, count: number]
type Version = Readonly<Record<string, number>>
type Sibling<T> = { readonly version: Version; readonly value: T }

const entriesOf = (version: Version): Entry[] =>
  Object.entries(version).toSorted(([a], [b]) => (a < b ? -1 : 1))

function* sideBySide(a: Version, b: Version): Generator<[id: string, a: number, b: number]> {
  const left = entriesOf(a)
  const right = entriesOf(b)
  while (left.length > 0 || right.length > 0) {
    const [first] = left
    const [second] = right
    const id = first === undefined || (second && second[0] < first[0]) ? second?.[0] : first[0]
    if (id === undefined) throw new Error('sentinel-version-vectors-sorted-lists.ts: no entry left')
    const x = first?.[0] === id ? (left.shift()?.[1] ?? 0) : 0
    const y = second?.[0] === id ? (right.shift()?.[1] ?? 0) : 0
    yield [id, x, y]
  }
}

function written(entries: Iterable<Entry>): Version {
  const version: Record<string, number> = Object.create(null)
  for (const [id, count] of entries) version[id] = count
  return version
}

export const compare = (a: Version, b: Version): 'before' | 'after' | 'equal' | 'concurrent' => {
  let signs = 0
  for (const [, x, y] of sideBySide(a, b)) signs |= x < y ? 1 : x > y ? 2 : 0
  return (['equal', 'before', 'after', 'concurrent'] as const)[signs] ?? 'concurrent'
}

export const merge = (a: Version, b: Version): Version =>
  written([...sideBySide(a, b)].map(([id, x, y]): Entry => [id, x > y ? x : y]))

export const bump = (a: Version, id: string): Version => {
  const one: Version = { [id]: 1 }
  return written([...sideBySide(a, one)].map(([name, x, y]): Entry => [name, x + y]))
}

export const put = <T>(
  siblings: readonly Sibling<T>[],
  context: Version,
  value: T,
  at: string,
): Sibling<T>[] => {
  const isRead = ({ version }: Sibling<T>): boolean =>
    ['before', 'equal'].includes(compare(version, context))
  return siblings
    .filter((sibling) => !isRead(sibling))
    .concat({ version: bump(context, at), value })
}
