import { holds } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { missingSeries } from './series.ts'
import type { Series } from './series.ts'
import { Watch } from './watch.ts'
import { kindOf } from './words.ts'

/** What a sensor did not give is no sample: all is as if nobody had asked it. */
export function leavesOutMissing(subject: Subject): void {
  const samples = [10, NaN, NaN, 12, NaN, 11, NaN, 9, 13, 13].map((x, index) => {
    return { at: 1000 * index, x }
  })
  expectLeftOut(subject, { options: { window: 5, threshold: 3.5, minSamples: 3 }, samples })
  holds([missingSeries], (series) => expectLeftOut(subject, series))
}

function expectLeftOut(subject: Subject, series: Series): void {
  const watch = new Watch(subject, series)
  const without = new Watch(subject, series)
  for (const sample of series.samples) {
    const { score, anomaly } = watch.say(sample)
    if (Number.isNaN(sample.x)) {
      if (score === 0 && anomaly === false) continue
      watch.broken(`A sample of NaN has the score ${kindOf(score)}, and must have 0: it is none.`)
    }
    const wanted = without.say(sample).score
    if (Object.is(score, wanted)) continue
    watch.broken(
      `The score is ${kindOf(score)}. When those that are NaN were left out it was ${kindOf(wanted)}.`,
    )
  }
  if (series.samples.length === 0) throw new Error('sentinel-anomaly-detector-missing.ts: none')
}
