import type { SettledRun } from '../scenario/plan.ts'
import type { Profile } from '../scenario/profile.ts'
import { clientIds } from '../scenario/workload.ts'
import type { Trials } from './trials.ts'

/** Weather that explains less and less, in the order in which it is tried. */
const quiet: readonly Partial<Profile>[] = [
  { adversary: 0, duplicate: 0, loss: 0, tail: 0, skewMs: 0, spread: 'constant' },
  { adversary: 0 },
  { duplicate: 0 },
  { tail: 0 },
  { loss: 0 },
  { skewMs: 0 },
  { spread: 'constant' },
  { timeouts: 'normal' },
]

/** Turns off what the failure does not need: weather, clients, servers. */
export async function quieter(run: SettledRun, trials: Trials): Promise<SettledRun> {
  let best = run
  for (const change of quiet) {
    const profile = { ...best.profile, ...change }
    if (JSON.stringify(profile) === JSON.stringify(best.profile)) continue
    best = await better(best, { ...best, profile }, trials)
  }
  for (let clients = 1; clients < best.clients; clients++) {
    const present = new Set(clientIds(clients))
    const workload = best.workload.filter(({ client }) => present.has(client))
    const gone = clientIds(best.clients).filter((client) => !present.has(client))
    best = await better(
      best,
      { ...best, clients, workload, plan: without(gone, best.plan) },
      trials,
    )
  }
  for (let nodes = Math.min(3, best.profile.nodes); nodes < best.profile.nodes; nodes++) {
    best = await better(best, withServers(best, nodes), trials)
  }
  return best
}

/** The run with its first few servers alone. Faults of servers that are gone go with them. */
export function withServers(run: SettledRun, nodes: number): SettledRun {
  const plan = without(run.servers.slice(nodes), run.plan)
  const profile = { ...run.profile, nodes }
  return { ...run, plan, profile, servers: run.servers.slice(0, nodes) }
}

/** The faults of a plan that name none of these nodes. */
function without(gone: readonly string[], plan: SettledRun['plan']): SettledRun['plan'] {
  return plan.filter((fault) => !gone.some((node) => names(fault, node)))
}

function names(fault: object, node: string): boolean {
  return JSON.stringify(Object.values(fault)).includes(JSON.stringify(node))
}

async function better(best: SettledRun, tried: SettledRun, trials: Trials): Promise<SettledRun> {
  return (await trials.fails(tried)) ? tried : best
}
