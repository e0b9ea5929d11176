import path from 'node:path'

import { measureDeck } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureBalance } from './measure-balance.ts'
import { measureKeys } from './measure-keys.ts'
import { measureReplicas } from './measure-replicas.ts'
import { traces } from './traces.ts'

/** Run: npm --prefix decks/state run measure */
const data = { balance: measureBalance(), keys: measureKeys(), replicas: measureReplicas() }
await measureDeck({
  deck: 'state',
  folder: path.join(import.meta.dirname, '..', 'data'),
  amounts: amountsOf(data),
  data,
  traces: Object.fromEntries(
    Object.entries(traces).map(([name, record]) => [name, () => traceJson(record())]),
  ),
})
