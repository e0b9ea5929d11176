import { incidents } from '../../incidents.ts'
import { dayLimits, incidentLimits, settledLimits } from '../../limits.ts'
import type { manifest } from '../manifest.ts'

/** How the shop is played: each incident by itself, or all of them in a row. */
export type Mode = 'alone' | 'day'

type PromiseId = (typeof manifest)['promises'][number]['id']

/** What a measure may be at most, and which promise is broken where it is more. */
interface Limit {
  readonly most: number
  readonly promise: PromiseId
}

/** All limits that the suite holds a shop against, by the names of the measures. */
export function limitsOf(mode: Mode): Map<string, Limit> {
  const limits = new Map<string, Limit>([['lost', { most: 0, promise: 'lines' }]])
  const isDay = mode === 'day'
  for (const { id } of incidents) {
    const { late, unanswered, recoveryMs } = incidentLimits[id][mode]
    const settled = settledLimits[id] ?? { late: 1, unanswered: 1 }
    const open = isDay ? 'open' : 'served'
    limits.set(`${id}: late`, { most: late, promise: 'served' })
    limits.set(`${id}: unanswered`, { most: unanswered, promise: 'served' })
    limits.set(`${id}: recovery`, { most: recoveryMs, promise: isDay ? 'recovery' : 'served' })
    limits.set(`${id}: refused`, { most: 0, promise: open })
    limits.set(`${id}: late when settled`, { most: settled.late, promise: open })
    limits.set(`${id}: unanswered when settled`, { most: settled.unanswered, promise: open })
  }
  if (isDay) {
    limits.set('pages', { most: dayLimits.pages, promise: 'calm' })
    limits.set('scale changes', { most: dayLimits.scaleChanges, promise: 'calm' })
  }
  if (limits.size === 0) throw new Error('sentinel-game-day-limits-of.ts: there are no limits')
  return limits
}
