import { endOf } from '../../history/end-of.ts'
import type { Operation } from '../../history/operation.ts'
import { timeText } from '../../trace/time-text.ts'
import { hasTouchingCalls } from '../program-order.ts'
import type { Decision, Scalar } from './model.ts'
import { describeRegisterCall } from './register-call.ts'
import type { RegisterInput } from './register-call.ts'

type Call = Operation<RegisterInput, Scalar>

/** The write of a value and all reads of it. In a correct order nothing comes between them. */
interface Cluster {
  readonly value: Scalar
  /** Undefined for the initial value, which was there before all calls. */
  readonly write: Call | undefined
  /**
   * The earliest end of a call of the cluster: by then the register held the value. Infinity for
   * an open write that nobody read, which contradicts nothing.
   */
  firstEnd: number
  firstEnded: Call | undefined
  /** The latest start of a call of the cluster: the register still held the value then. */
  lastStart: number
  lastStarted: Call | undefined
}

/**
 * Decides a register in which no value is written twice, in n log n steps. Then each read names its
 * write; clusters must follow each other, and two clusters contradict each other exactly if each
 * has a call that ended before a call of the other began. Longer cycles contain such a pair.
 *
 * Gives undefined where values repeat, or where calls of a client touch.
 *
 * Source: Gibbons & Korach, Testing Shared Memories, SIAM J. Comput. 26(4), 1997, section 4
 * (zones); for reads that come before their write see condition 1 there.
 */
export function decideUniqueWrites(
  operations: readonly Call[],
  initial: Scalar,
): Decision | undefined {
  const clusters = clustersOfWrites(operations, initial)
  if (clusters === undefined || hasTouchingCalls(operations)) return undefined
  for (const call of operations) {
    const { input, output } = call
    if (input.kind !== 'read' || output === undefined) continue
    const cluster = clusters.get(output)
    if (cluster === undefined || endOf(call) < (cluster.write?.invokedAt ?? -Infinity)) {
      return { kind: 'not-linearizable', at: endOf(call), text: describeUnwritten(call, output) }
    }
    include(cluster, call)
  }
  const pair = findContradiction([...clusters.values()])
  return pair === undefined ? { kind: 'linearizable' } : contradictionOf(...pair)
}

/** Undefined if a value has two writes, or one that the register also began with. */
function clustersOfWrites(
  operations: readonly Call[],
  initial: Scalar,
): Map<Scalar, Cluster> | undefined {
  const clusters = new Map<Scalar, Cluster>()
  clusters.set(initial, emptyCluster(initial, undefined))
  for (const call of operations) {
    if (call.input.kind !== 'write') continue
    const { value } = call.input
    if (clusters.has(value)) return undefined
    const cluster = emptyCluster(value, call)
    include(cluster, call)
    clusters.set(value, cluster)
  }
  return clusters
}

function emptyCluster(value: Scalar, write: Call | undefined): Cluster {
  const firstEnd = write === undefined ? -Infinity : Infinity
  return {
    value,
    write,
    firstEnd,
    firstEnded: write,
    lastStart: -Infinity,
    lastStarted: write,
  }
}

function include(cluster: Cluster, call: Call): void {
  const end = endOf(call)
  if (end < cluster.firstEnd) {
    cluster.firstEnd = end
    cluster.firstEnded = call
  }
  if (call.invokedAt > cluster.lastStart) {
    cluster.lastStart = call.invokedAt
    cluster.lastStarted = call
  }
}

/** The second of the pair is the one that was seen again after the first. */
function findContradiction(clusters: readonly Cluster[]): [Cluster, Cluster] | undefined {
  const byEnd = clusters.toSorted((one, other) => one.firstEnd - other.firstEnd)
  // The one with the latest start among the first k of byEnd, for each k from 1 up.
  const latest: Cluster[] = []
  for (const [index, cluster] of byEnd.entries()) {
    const before = Math.min(index, countEndingBefore(byEnd, cluster.lastStart))
    const other = latest[before - 1]
    if (other !== undefined && cluster.firstEnd < other.lastStart) {
      return isOlder(cluster, other) ? [other, cluster] : [cluster, other]
    }
    const last = latest.at(-1)
    latest.push(last !== undefined && last.lastStart > cluster.lastStart ? last : cluster)
  }
  return undefined
}

/** Of two that contradict each other; the later of the last reads shows that a value came back. */
function isOlder(cluster: Cluster, other: Cluster): boolean {
  if (cluster.write === undefined || other.write === undefined) return cluster.write === undefined
  return other.lastStart < cluster.lastStart
}

/** How many clusters, of those ordered by their first end, have it before `time`. */
function countEndingBefore(byEnd: readonly Cluster[], time: number): number {
  let low = 0
  let high = byEnd.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((byEnd[middle]?.firstEnd ?? Infinity) < time) low = middle + 1
    else high = middle
  }
  return low
}

function describeUnwritten(call: Call, value: Scalar): string {
  const at = timeText(endOf(call))
  return `${nameOf(call)} gave ${JSON.stringify(value)} at ${at}, but nobody had begun to write that by then.`
}

function contradictionOf(newer: Cluster, older: Cluster): Decision {
  const again = older.lastStarted
  const seen = newer.firstEnded
  if (again === undefined || seen === undefined) {
    throw new Error('The initial value contradicts a value, but nobody read either')
  }
  const value = JSON.stringify(older.value)
  const read = `${nameOf(again)} gave ${value} at ${timeText(endOf(again))}`
  const had = ended(seen, newer)
  const text = `${read}, after ${had}. ${value} was the older value: ${describeAge(newer, older)}.`
  return { kind: 'not-linearizable', at: endOf(again), text }
}

/** Why the older value came first. */
function describeAge(newer: Cluster, older: Cluster): string {
  const first = older.firstEnded
  const began = callAfter(older.firstEnd, newer)
  if (first === undefined || began === undefined) return 'it was there from the start'
  const known = ended(first, older)
  const whose = began === newer.firstEnded ? 'that' : `${began.client}'s`
  const what = `${whose} ${began.input.kind} of ${JSON.stringify(newer.value)}`
  return `${known}, before ${what} began at ${timeText(began.invokedAt)}`
}

/** A call of the cluster that began after that time: the write, if it did, says most. */
function callAfter(time: number, { write, lastStarted }: Cluster): Call | undefined {
  return write !== undefined && write.invokedAt > time ? write : lastStarted
}

/** The first call of a cluster to end, and what could be known from then on. */
function ended(call: Call, { value, firstEnd }: Cluster): string {
  const gave = call.input.kind === 'read' ? `had given ${JSON.stringify(value)}` : 'had ended'
  return `${nameOf(call)} ${gave} at ${timeText(firstEnd)}`
}

/** `c2's write y = 14`, in the words in which traces call it too. */
function nameOf({ client, key, input }: Call): string {
  return `${client}'s ${describeRegisterCall(key, input)}`
}
