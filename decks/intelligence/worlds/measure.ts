import path from 'node:path'

import { measureDeck } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureHealers } from './measure-healer.ts'
import { measureHours } from './measure-hour.ts'
import { measureOutliers } from './measure-outliers.ts'
import { measureSensors } from './measure-sensors.ts'
import { traces } from './traces.ts'

/** Run: npm --prefix decks/intelligence run measure */
const data = {
  hours: measureHours(),
  sensors: measureSensors(),
  outliers: measureOutliers(),
  healers: measureHealers(),
}
await measureDeck({
  deck: 'intelligence',
  folder: path.join(import.meta.dirname, '..', 'data'),
  amounts: amountsOf(data),
  data,
  traces: Object.fromEntries(
    Object.entries(traces).map(([name, record]) => [name, () => traceJson(record())]),
  ),
})
