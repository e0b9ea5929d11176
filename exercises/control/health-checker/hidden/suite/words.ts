import { grouped, quoted } from '@five-pillars/suite'

import type { Answer } from './answers.ts'

/** 1,250 ms: nobody reads microseconds. */
export function clockText(ms: number): string {
  if (Number.isNaN(ms)) throw new Error('sentinel-health-checker-words.ts: no time')
  return `${grouped(Math.round(ms))} ms`
}

/** What a target does with a probe, as a verb. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'yes':
      return 'gives true'
    case 'no':
      return 'gives false'
    case 'rejects':
      return 'rejects'
    case 'throws':
      return 'throws'
    case 'hangs':
      return 'hangs'
  }
}

/** A value that may be anything, in one word; text that is a status stays bare. */
export function kindOf(got: unknown): string {
  if (got === 'unknown' || got === 'up' || got === 'down') return got
  if (typeof got === 'string') return JSON.stringify(got)
  if (typeof got === 'object' && got !== null) return 'an object'
  return typeof got === 'function' ? 'a function' : String(got)
}

/** An id that was handed back, if it is one. */
export function idText(got: unknown): string {
  return typeof got === 'string' ? quoted(got) : kindOf(got)
}
