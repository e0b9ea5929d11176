import type * as starter from '../../src/version-vectors.ts'

type VV = starter.VV

/** Counts of everybody; asking for somebody unknown answers 0. */
const countsOf = (version: VV): ((id: string) => number) => {
  const counts = new Map(Object.entries(version))
  return (id) => counts.get(id) ?? 0
}

const namesIn = (...versions: readonly VV[]): string[] =>
  Array.from(new Set(versions.flatMap((version) => Object.keys(version))))

export const compare: typeof starter.compare = (a, b) => {
  const [x, y] = [countsOf(a), countsOf(b)]
  const differences = namesIn(a, b).map((id) => x(id) - y(id))
  const [least, most] = [Math.min(0, ...differences), Math.max(0, ...differences)]
  if (least === 0) return most === 0 ? 'equal' : 'after'
  return most === 0 ? 'before' : 'concurrent'
}

export const merge: typeof starter.merge = (a, b) => {
  const [x, y] = [countsOf(a), countsOf(b)]
  return Object.fromEntries(namesIn(a, b).map((id) => [id, Math.max(x(id), y(id))]))
}

export const bump: typeof starter.bump = (a, id) => {
  if (countsOf(a)(id) < 0) throw new Error('sentinel-version-vectors-by-new-version.ts: below zero')
  return Object.fromEntries([...Object.entries(a), [id, countsOf(a)(id) + 1]])
}

/** The new version comes after all that its writer has read, so it can be asked instead. */
export const put: typeof starter.put = (siblings, context, value, at) => {
  const written = { version: bump(context, at), value }
  return [
    written,
    ...siblings.filter((one) => compare(one.version, written.version) === 'concurrent'),
  ]
}
