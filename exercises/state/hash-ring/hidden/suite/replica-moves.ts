import { holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { histories, keys, playHistory, settingOf } from './histories.ts'
import type { Subject } from './session.ts'
import { callOf, listOf, shown } from './shown.ts'

/** A node leaves: each list loses its name, keeps the others, and goes on behind them. */
export function staysInReplicas(subject: Subject): void {
  holds(
    [histories, fc.integer({ min: 2, max: 4 }), fc.nat({ max: 5 })],
    (history, n, index) => {
      const session = playHistory(subject, history, n)
      const members = [...session.members]
      const leaver = members[index % Math.max(1, members.length)]
      if (leaver === undefined) return
      const before = new Map(keys.map((key) => [key, session.replicas(key, n)]))
      session.remove(leaver)
      for (const [key, nodes] of before) {
        const after = session.replicas(key, n)
        const staying = nodes.filter((node) => node !== leaver)
        if (staying.every((node, place) => node === after[place])) continue
        session.broken(
          `${callOf('replicas', key, n)} was ${listOf(nodes)}. ${shown(leaver)} left, and it is ` +
            `${listOf(after)}:\nthe others stay in front, in their order.\n${settingOf(history, key)}`,
        )
      }
    },
    { factor: 2 },
  )
}

if (keys.length === 0) throw new Error('sentinel-hash-ring-replica-moves.ts: nothing to ask')
