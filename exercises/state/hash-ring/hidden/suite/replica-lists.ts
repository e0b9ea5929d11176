import { counted, holds } from '@five-pillars/suite'

import { histories, keys, playHistory, settingOf } from './histories.ts'
import type { Subject } from './session.ts'
import { callOf, kindOf, listOf } from './shown.ts'

/** One more than any ring of the histories has nodes. */
const N_MAX = 7
const ASKED = [-1, 0, 1, 2, 3, N_MAX] as const

/** The owner is the first of the replicas, and no node is named twice. */
export function repeatsNobody(subject: Subject): void {
  holds([histories], (history) => {
    const session = playHistory(subject, history, N_MAX)
    for (const key of keys) {
      const owner = session.owner(key)
      for (const n of [1, 2, 3, N_MAX]) {
        const nodes = session.replicas(key, n)
        const call = (): string => `${callOf('replicas', key, n)} is ${listOf(nodes)}`
        const [first = null] = nodes
        if (first !== owner) {
          session.broken(
            `${call()}, but ${callOf('owner', key)} is ${kindOf(owner)}.\n${settingOf(history, key)}`,
          )
        }
        if (new Set(nodes).size === nodes.length) continue
        session.broken(`${call()}: a node is there twice.\n${settingOf(history, key)}`)
      }
    }
  })
}

/** As many as asked for, or all; a longer list goes on where a shorter one ends. */
export function givesEnough(subject: Subject): void {
  if (N_MAX < 7) throw new Error('sentinel-hash-ring-replica-lists.ts: more than there are nodes')
  holds([histories], (history) => {
    const session = playHistory(subject, history, N_MAX)
    for (const key of keys) {
      let shorter: { n: number; nodes: readonly string[] } = { n: 0, nodes: [] }
      for (const n of ASKED) {
        const nodes = session.replicas(key, n)
        const call = (): string => `${callOf('replicas', key, n)} is ${listOf(nodes)}`
        const wanted = Math.min(Math.max(n, 0), session.members.size)
        if (nodes.length !== wanted) {
          session.broken(
            `${call()}: it should have ${counted(wanted, 'node')}.\n${settingOf(history, key)}`,
          )
        }
        if (shorter.nodes.some((node, index) => node !== nodes[index])) {
          const { n: less, nodes: start } = shorter
          session.broken(
            `${call()}, but ${callOf('replicas', key, less)} is ${listOf(start)}: ` +
              `more replicas only add to the list.\n${settingOf(history, key)}`,
          )
        }
        shorter = { n, nodes }
      }
    }
  })
}
