import type { Definition } from '../scenario/definition.ts'
import { settleRun } from '../scenario/plan.ts'
import type { RunOptions, SettledRun } from '../scenario/plan.ts'
import type { WorkItem } from '../scenario/workload.ts'
import { encodeToken } from './token.ts'
import type { TokenContent } from './token.ts'

/** The token that repeats a run. */
export function tokenOf<M>(definition: Definition<M>, run: SettledRun): string {
  const { workload, servers: _servers, ...rest } = run
  // Calls of clients that are left out were drawn all the same, and have their places.
  const { clients: _clients, ...allClients } = rest
  const drawn = settleRun(definition, allClients).workload
  const content = { scenario: definition.name, ...rest }
  const kept = placesOf(workload, drawn)
  if (kept === undefined) return encodeToken({ ...content, workload })
  return encodeToken(kept.length === drawn.length ? content : { ...content, kept })
}

/** What to run to repeat what a token stands for. */
export function runOf(content: TokenContent): RunOptions {
  const { kit: _kit, scenario: _scenario, ...options } = content
  return options
}

/** The places of some calls among the drawn ones, in order; undefined where one was not drawn. */
function placesOf(calls: readonly WorkItem[], drawn: readonly WorkItem[]): number[] | undefined {
  const texts = drawn.map((call) => JSON.stringify(call))
  const places: number[] = []
  for (const call of calls) {
    const place = texts.indexOf(JSON.stringify(call), (places.at(-1) ?? -1) + 1)
    if (place === -1) return undefined
    places.push(place)
  }
  return places
}
