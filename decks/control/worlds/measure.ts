import path from 'node:path'

import { measureDeck } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureFleet } from './measure-fleet.ts'
import { measureHysteresis } from './measure-hysteresis.ts'
import { measureRollout } from './measure-rollout.ts'
import { measureWanted } from './measure-wanted.ts'
import { traces } from './traces.ts'

/** Run: npm --prefix decks/control run measure */
const data = {
  fleet: measureFleet(),
  hysteresis: measureHysteresis(),
  rollout: measureRollout(),
  wanted: measureWanted(),
}
await measureDeck({
  deck: 'control',
  folder: path.join(import.meta.dirname, '..', 'data'),
  amounts: amountsOf(data),
  data,
  traces: Object.fromEntries(
    Object.entries(traces).map(([name, record]) => [name, () => traceJson(record())]),
  ),
})
