import path from 'node:path'

import { measureDeck } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureCost } from './measure-cost.ts'
import { measureElection } from './measure-election.ts'
import { measureRegister } from './measure-register.ts'
import { traces } from './traces.ts'

/** Run: npm --prefix decks/truth run measure */
const data = { cost: measureCost(), election: measureElection(), register: measureRegister() }
await measureDeck({
  deck: 'truth',
  folder: path.join(import.meta.dirname, '..', 'data'),
  amounts: amountsOf(data),
  data,
  traces: Object.fromEntries(
    Object.entries(traces).map(([name, record]) => [name, () => traceJson(record())]),
  ),
})
