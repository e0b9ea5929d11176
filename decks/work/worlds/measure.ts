import path from 'node:path'

import { measureDeck } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureAll } from './measurements.ts'
import { traces } from './traces.ts'

/** Run: npm --prefix decks/work run measure */
const data = measureAll()
await measureDeck({
  deck: 'work',
  folder: path.join(import.meta.dirname, '..', 'data'),
  amounts: amountsOf(data),
  data: { ...data },
  traces: Object.fromEntries(
    Object.entries(traces).map(([name, record]) => [name, () => traceJson(record())]),
  ),
})
