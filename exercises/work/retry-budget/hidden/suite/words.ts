import { grouped } from '@five-pillars/suite'

/** 1,250 ms: nobody reads microseconds. */
export function clockText(ms: number): string {
  if (Number.isNaN(ms)) throw new Error('sentinel-retry-budget-words.ts: no time')
  return ms === Infinity ? 'for ever' : `${grouped(Math.round(ms))} ms`
}

/** A value that may be anything, in one word. */
export function kindOf(got: unknown): string {
  if (typeof got === 'number') return Number.isFinite(got) ? clockText(got) : String(got)
  if (typeof got === 'string') return JSON.stringify(got)
  if (typeof got === 'object' && got !== null) return 'an object'
  return typeof got === 'function' ? 'a function' : String(got)
}
