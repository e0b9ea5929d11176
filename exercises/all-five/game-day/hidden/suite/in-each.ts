import { BrokenPromise } from '@five-pillars/suite'
import type { Check } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Incident } from '../../incidents.ts'
import type { Sheet } from '../../sheet.ts'
import { sheetOfDay } from './days.ts'
import type { Subject } from './subject.ts'

/** Says what of a day breaks a promise; undefined where nothing does. */
export type Judgement = (sheet: Sheet) => string | undefined

/** Days for each case that `FUZZ_RUNS` asks for: one takes a fifth of a second. */
const FACTOR = 0.01

const RUNS = 100

/** All judgements hold on each of these days, from one seed after the other. */
export function inEach(
  days: readonly (readonly Incident[])[],
  judgements: readonly Judgement[],
): Check<Subject> {
  if (days.length === 0) throw new Error('sentinel-game-day-in-each.ts: there are no days')
  return async (subject) => {
    const { seed = 0, numRuns = RUNS } = fc.readConfigureGlobal()
    for (let nth = 0; nth < Math.ceil(numRuns * FACTOR); nth++) {
      for (const day of days) {
        const sheet = await sheetOfDay(subject, Math.abs(seed + nth), day)
        const problem = stopOf(sheet) ?? firstOf(sheet, judgements)
        if (problem !== undefined) throw new BrokenPromise(`${problem}\n${againOf(sheet)}`)
      }
    }
  }
}

function firstOf(sheet: Sheet, judgements: readonly Judgement[]): string | undefined {
  for (const judgement of judgements) {
    const problem = judgement(sheet)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** A part that throws ends the day. */
function stopOf({ stopped }: Sheet): string | undefined {
  return stopped === null ? undefined : `The day ended in "${stopped.incident}": ${stopped.text}`
}

function againOf({ seed, incidents }: Sheet): string {
  const [only, other] = incidents
  const which = only !== undefined && other === undefined ? `, ${only.id} alone` : ''
  return `(seed ${seed}${which})`
}
