import type { Host } from '../../src/rollout.ts'

/** Names that somebody's map or falsy test gets wrong. */
const odd = ['', '10', '__proto__', 'constructor', 'a#1', 'null', 'hasOwnProperty', '2', 'toString']

/** So many hosts of one version, dealt out to so many zones one zone after the other. */
export function hostsOf(
  count: number,
  { zones = 1, version = 'v1', isOdd = false }: Partial<Dealt> = {},
): Host[] {
  if (zones < 1) throw new Error('sentinel-rollout-hosts.ts: no zone')
  return Array.from({ length: count }, (_, index) => ({
    id: (isOdd ? odd[index] : undefined) ?? `s${index + 1}`,
    zone: zoneName(Math.floor((index * zones) / count), isOdd),
    version,
    healthy: true,
  }))
}

interface Dealt {
  readonly zones: number
  readonly version: string
  readonly isOdd: boolean
}

function zoneName(nth: number, isOdd: boolean): string {
  return (isOdd ? ['__proto__', '', 'constructor'][nth] : undefined) ?? `z${nth + 1}`
}
