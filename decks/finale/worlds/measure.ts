import path from 'node:path'

import { measureDeck } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureBudget } from './measure-budget.ts'
import { measureDay } from './measure-day.ts'
import { playable, recordingOf } from './recordings.ts'
import { traces } from './traces.ts'

/** Run: npm --prefix decks/finale run measure */
const data = { budget: measureBudget(), day: await measureDay() }
const shop = playable(await recordingOf('shop-one-of-three'))
await measureDeck({
  deck: 'finale',
  folder: path.join(import.meta.dirname, '..', 'data'),
  amounts: amountsOf(data),
  data,
  traces: {
    ...Object.fromEntries(
      Object.entries(traces).map(([name, record]) => [name, () => traceJson(record())]),
    ),
    'shop-one-of-three': () => traceJson(shop),
  },
})
