import type { EndCheck, NodeId } from '@five-pillars/simulator'

/** Fewer than so many do not make a long line. */
const LONG = 15

/** What a balancer is for. */
export const noLongLineBesideIdle: EndCheck = {
  kind: 'end',
  text: 'no long line beside an idle server',
  check({ emitted }) {
    const inside = new Map<NodeId, number>()
    for (const { at, node, event, data } of emitted) {
      if (event !== 'queue') continue
      inside.set(node, Number(data))
      const idle = Number(data) < LONG ? undefined : [...inside].find(([, count]) => count === 0)
      if (idle !== undefined) {
        return { at, node, text: `${Number(data)} wait at ${node}, nobody at ${idle[0]}` }
      }
    }
    return null
  },
}

/**
 * A server has a second to get over its repair; of what it answers in the next one, more than half
 * has to be in time.
 */
export function ofUseAgain(repairedMs: number): EndCheck {
  return {
    kind: 'end',
    text: 'a repaired server is of use again',
    check({ emitted, servers }) {
      const untilMs = repairedMs + 2000
      const answers = emitted.filter(({ at }) => at > repairedMs + 1000 && at <= untilMs)
      for (const node of servers) {
        const own = answers.flatMap((each) => (each.node === node ? [each.event] : []))
        const useful = own.filter((event) => event === 'useful').length
        const all = useful + own.filter((event) => event === 'useless').length
        if (2 * useful <= all) {
          return { at: untilMs, node, text: `of its last ${all} answers ${useful} were useful` }
        }
      }
      return null
    },
  }
}
