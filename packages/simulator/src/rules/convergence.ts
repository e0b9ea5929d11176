import { converged } from '../checks/converged.ts'
import type { EndCheck } from '../scenario/definition.ts'

/**
 * In the end all servers say the same: what each of them emitted last under this name is equal.
 *
 * @param event what a server emits with its whole state as data, at the latest when it is quiet
 */
export function replicasConverge(
  event: string,
  text = 'once the faults are over, all replicas have the same state',
): EndCheck {
  return {
    kind: 'convergence',
    text,
    check({ emitted, servers }) {
      const last = new Map<string, unknown>()
      for (const each of emitted) {
        if (each.event === event) last.set(each.node, each.data)
      }
      const silent = servers.find((server) => !last.has(server))
      if (silent !== undefined) return { text: `${silent} never said what it has` }
      const verdict = converged(Object.fromEntries(last))
      return verdict.kind === 'converged' ? null : { text: verdict.text }
    },
  }
}
