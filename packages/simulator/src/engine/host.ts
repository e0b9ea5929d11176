import type { Node, NodeId } from '../contract.ts'
import { keyOf } from '../random/hash.ts'
import type { TraceNode } from '../trace/trace.ts'
import type { DiskState } from './disk-state.ts'
import type { Link } from './link.ts'
import { LocalClock } from './local-clock.ts'
import { Newest } from './newest.ts'
import type { SimEvent, Timer } from './sim-event.ts'

/** A machine of the world: what stays when the node on it crashes, and the node of the present. */
export class Host<M> {
  readonly id: NodeId
  readonly role: TraceNode['role']
  /** Place in the world's list, from 0. */
  readonly index: number
  readonly key: number
  readonly disk: DiskState
  readonly clock: LocalClock
  readonly links = new Map<NodeId, Link<M>>()
  readonly timers = new Map<string, Timer<M>>()
  /** Undefined while the machine is down. */
  node: Node<M> | undefined
  /** Counts the starts: what was planned in an earlier life does not happen. */
  life = 0
  /** How many faults keep it standing still. */
  pauses = 0
  /** What came while it stood still, in order. */
  readonly late: SimEvent<M>[] = []
  /** At which rate its clock runs. */
  readonly rate = new Newest(1)
  /** What faults add to each message from and to it. */
  extraUs = 0
  timerCount = 0

  constructor(seed: number, index: number, trace: TraceNode, disk: DiskState, skewUs: number) {
    this.id = trace.id
    this.role = trace.role
    this.index = index
    this.key = keyOf(seed, 'host', trace.id)
    this.disk = disk
    this.clock = new LocalClock(skewUs)
  }

  get isUp(): boolean {
    return this.node !== undefined
  }
}
