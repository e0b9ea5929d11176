import { grouped } from '@five-pillars/suite'

/** 1,250 ms: nobody reads microseconds. */
export function clockText(ms: number): string {
  if (Number.isNaN(ms)) throw new Error('sentinel-rollout-words.ts: no time')
  return `${grouped(Math.round(ms))} ms`
}

/** 31.5 %. */
export function percent(ratio: number): string {
  return Number.isNaN(ratio) ? 'nothing' : `${Math.round(ratio * 1000) / 10} %`
}

/** A value that may be anything, in a few words. */
export function valueText(got: unknown): string {
  if (typeof got === 'string') return JSON.stringify(got)
  if (typeof got === 'object' && got !== null) return 'an object'
  return typeof got === 'function' ? 'a function' : String(got)
}
