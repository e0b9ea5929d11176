import type { Reply } from '../../src/quorum.ts'
import type { Read } from './read.ts'

/** What the replies to a read come to. */
export interface Known {
  /** The replicas that replied, each once, in the order of `<`. */
  readonly replicas: readonly string[]
  /** The newest reply of all; undefined where nobody replied. */
  readonly newest: Reply<unknown> | undefined
  /** Whether another replica has a reply with the same timestamp. */
  readonly isTied: boolean
  readonly stale: readonly string[]
}

export function knownOf({ replies }: Read): Known {
  const replicas = [...new Set(replies.map(({ id }) => id))].toSorted()
  const highest = Math.max(...replies.map(({ ts }) => ts))
  const atTop = replies.filter(({ ts }) => ts === highest)
  const holders = new Set(atTop.map(({ id }) => id))
  const last = [...holders].toSorted().at(-1)
  if (last === undefined && replies.length > 0) throw new Error('sentinel-quorum-known.ts: no top')
  return {
    replicas,
    newest: atTop.find(({ id }) => id === last),
    isTied: holders.size > 1,
    stale: replicas.filter((id) => !holders.has(id)),
  }
}
