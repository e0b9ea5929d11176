import type { Emitted, EndCheck, Invariant, NodeId } from '@five-pillars/simulator'

/**
 * Leader completeness (Ongaro and Ousterhout 2014, section 5.4): whoever begins to lead has every
 * write that an earlier epoch has acknowledged.
 */
export const leadersKnowAll: Invariant = {
  text: 'no acknowledged write is lost',
  watch() {
    const epochs = new Map<NodeId, number>()
    const acknowledged: { readonly write: string; readonly epoch: number }[] = []
    return {
      emit({ event, node, data }) {
        if (event === 'leader') epochs.set(node, Number(fieldOf(data, 'epoch')))
        if (event === 'acked') {
          const epoch = epochs.get(node)
          const write = fieldOf(data, 'value')
          if (epoch === undefined) return `${node} acknowledges, and never said that it leads`
          if (typeof write !== 'string') return `${node} acknowledges what nobody asked it for`
          acknowledged.push({ write, epoch })
        }
        if (event !== 'begins') return null
        const has = new Set(writesOf(data).map((write) => valueOf(write)))
        const epoch = Number(fieldOf(data, 'epoch'))
        const lost = acknowledged.find((each) => each.epoch < epoch && !has.has(each.write))
        return lost === undefined
          ? null
          : `${node} leads epoch ${epoch} without ${lost.write}, acknowledged in epoch ${lost.epoch}`
      },
    }
  },
}

/** In the end most have what was acknowledged, and nobody has more than was asked for. */
export const keepsAcknowledged: EndCheck = {
  kind: 'end',
  text: 'an acknowledged write is there, once',
  check({ emitted, servers }) {
    const asked = Map.groupBy(valuesIn(emitted, 'asked'), (value) => value)
    const logs = logsOf(emitted, servers)
    const holders = new Map<string, number>()
    for (const [node, log] of logs) {
      for (const [value, all] of Map.groupBy(log.map(valueOf), (each) => each)) {
        const most = asked.get(value)?.length ?? 0
        if (all.length > most) return { text: `${node} has ${value} ${all.length} times`, node }
        holders.set(value, 1 + (holders.get(value) ?? 0))
      }
    }
    if (logs.size < servers.length) return null
    const lost = valuesIn(emitted, 'acked').find((value) => {
      return 2 * (holders.get(value) ?? 0) <= servers.length
    })
    if (lost === undefined) return null
    const text = `${lost} was acknowledged, and ${holders.get(lost) ?? 0} of ${servers.length} have it`
    return { text }
  },
}

/** All hold one and the same log once everybody is back and nobody writes. */
export const sameLogs: EndCheck = {
  kind: 'convergence',
  text: 'once the faults are over, all replicas hold the same log',
  check({ emitted, servers }) {
    const logs = logsOf(emitted, servers)
    const [first] = logs
    if (first === undefined || logs.size < servers.length)
      return { text: 'not all showed their log' }
    const [one, firstLog] = first
    for (const [node, log] of logs) {
      const place = log.findIndex((write, index) => write !== firstLog[index])
      if (place < 0 && log.length === firstLog.length) continue
      const at = place < 0 ? Math.min(log.length, firstLog.length) : place
      const [mine, theirs] = [log[at] ?? 'nothing', firstLog[at] ?? 'nothing']
      return { text: `entry ${at + 1} is ${theirs} at ${one}, and ${mine} at ${node}`, node }
    }
    return null
  },
}

export const acknowledgesAgain: EndCheck = {
  kind: 'liveness',
  text: 'once the faults are over, writes are acknowledged again',
  check({ emitted, healedAt, endMs }) {
    if (emitted.some(({ event, at }) => event === 'acked' && at >= healedAt)) return null
    return { text: `nothing was acknowledged in the last ${Math.round(endMs - healedAt)} ms` }
  },
}

function logsOf(emitted: readonly Emitted[], servers: readonly NodeId[]): Map<NodeId, string[]> {
  const logs = new Map<NodeId, string[]>()
  for (const { event, node, data } of emitted) {
    if (event === 'log' && servers.includes(node)) logs.set(node, writesOf(data))
  }
  return logs
}

function valuesIn(emitted: readonly Emitted[], event: string): string[] {
  return emitted.flatMap((each) => {
    const value = each.event === event ? fieldOf(each.data, 'value') : undefined
    return typeof value === 'string' ? [value] : []
  })
}

function writesOf(data: unknown): string[] {
  const values = fieldOf(data, 'values')
  return Array.isArray(values) ? values.map((value) => String(value)) : []
}

/** The value of `x = v3a`. */
function valueOf(write: string): string {
  return write.slice(write.indexOf(' = ') + 3)
}

function fieldOf(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined
}
