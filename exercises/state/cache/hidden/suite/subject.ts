import type * as starter from '../../src/cache.ts'

/** What a submission exports. */
export type Subject = typeof starter

/** `v7` is what load 7 brings; all else is shown as it is written. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return /^v\d+$/.test(value) ? value : JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'symbol') throw new Error('sentinel-cache-subject.ts: no load brings that')
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
