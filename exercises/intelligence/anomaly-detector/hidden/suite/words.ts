import { grouped } from '@five-pillars/suite'

/** 0:00:59.001, or 26:03:00: nobody counts milliseconds of an hour. */
export function clockText(ms: number): string {
  if (Number.isNaN(ms)) throw new Error('sentinel-anomaly-detector-words.ts: no time')
  const whole = Math.round(ms)
  const part = (size: number, of: number, digits: number): string =>
    String(Math.floor(whole / size) % of).padStart(digits, '0')
  const rest = whole % 1000 === 0 ? '' : `.${part(1, 1000, 3)}`
  return `${Math.floor(whole / 3_600_000)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}${rest}`
}

/** A duration as the options have it: 60,000 ms. */
export function durationText(ms: number): string {
  return `${grouped(ms)} ms`
}

/** A number in few digits. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)))
}

/** A value that may be anything, in a few characters. */
export function kindOf(got: unknown): string {
  if (typeof got === 'string') return JSON.stringify(got.slice(0, 40))
  if (Array.isArray(got)) return `[${got.slice(0, 6).map(kindOf).join(', ')}]`
  if (typeof got === 'object' && got !== null) return 'an object'
  if (typeof got === 'number') return Number.isInteger(got) ? String(got) : short(got)
  return typeof got === 'function' ? 'a function' : String(got)
}
