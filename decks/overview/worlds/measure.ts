import path from 'node:path'

import { measureDeck } from '@five-pillars/content/measure'
import { traceJson } from '@five-pillars/simulator'

import { amountsOf } from './figures.ts'
import { measureRegister } from './measure-register.ts'
import { traces } from './traces.ts'

/** Run: npm --prefix decks/overview run measure */
const register = measureRegister()
await measureDeck({
  deck: 'overview',
  folder: path.join(import.meta.dirname, '..', 'data'),
  amounts: amountsOf(register),
  data: { register },
  traces: Object.fromEntries(
    Object.entries(traces).map(([name, record]) => [name, () => traceJson(record())]),
  ),
})
