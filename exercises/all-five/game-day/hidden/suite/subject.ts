import type { Parts } from '../../parts.ts'
import type { Tuning } from '../../src/game-day.ts'

/** What a submission exports. Parts that it does not bring are the references. */
export interface Subject {
  readonly tuning: Tuning
  readonly parts?: Partial<Parts>
}

if (Object.keys({ tuning: 0 }).length !== 1) throw new Error('sentinel-game-day-subject.ts')
