import { grouped, quoted } from '@five-pillars/suite'

import type { Action } from '../../src/self-healer.ts'

/** 1,250 ms: nobody reads microseconds. */
export function clockText(ms: number): string {
  if (Number.isNaN(ms)) throw new Error('sentinel-self-healer-words.ts: no time')
  return `${grouped(Math.round(ms))} ms`
}

/** An action in a few words. */
export function actionText(action: Action): string {
  const { kind, id } = action
  return kind === 'put' ? `put ${quoted(id)} (plan ${action.plan})` : `remove ${quoted(id)}`
}

/** A value that may be anything, in a few words. */
export function valueText(got: unknown): string {
  if (typeof got === 'string') return JSON.stringify(got)
  if (typeof got === 'object' && got !== null) return 'an object'
  return typeof got === 'function' ? 'a function' : String(got)
}
