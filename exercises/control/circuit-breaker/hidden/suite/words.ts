import { grouped } from '@five-pillars/suite'

/** 1,250 ms: nobody reads microseconds. */
export function clockText(ms: number): string {
  if (Number.isNaN(ms)) throw new Error('sentinel-circuit-breaker-words.ts: no time')
  return `${grouped(Math.round(ms))} ms`
}

/** A value that may be anything, in a few characters; text that is a state stays bare. */
export function shown(got: unknown): string {
  if (got === 'closed' || got === 'open' || got === 'half-open') return got
  if (typeof got === 'string') return JSON.stringify(got)
  if (got instanceof Error) return `the error ${got.name}`
  if (typeof got === 'object' && got !== null) return Array.isArray(got) ? 'a list' : 'an object'
  return typeof got === 'function' ? 'a function' : String(got)
}
