import { keyOf } from '../random/hash.ts'
import type { Host } from './host.ts'
import type { Delivery, SimEvent } from './sim-event.ts'

/** More hosts than any world has: a link is one number made of two of them. */
export const HOSTS_MAX = 4096

/** The way from one node to another; the way back is a link of its own. */
export class Link<M> {
  readonly from: Host<M>
  readonly to: Host<M>
  /** Every draw about a message of this link comes from this key and the message's count. */
  readonly key: number
  readonly isLoop: boolean
  /** Tells it apart from every other link of its world: a whole number above 0. */
  readonly code: number
  count = 0
  /** How many faults cut it now; nothing passes while there are any. */
  cuts = 0
  /** How many faults hold it now; messages wait while there are any. */
  holds = 0
  readonly waiting: SimEvent<M>[] = []
  /** Told of each message that sets out, while a fault waits for one of them; `count` is its place. */
  onSend: ((delivery: Delivery<M>, isCopy: boolean) => void) | undefined = undefined

  constructor(seed: number, from: Host<M>, to: Host<M>) {
    this.from = from
    this.to = to
    this.key = keyOf(seed, 'link', from.id, to.id)
    this.isLoop = from === to
    this.code = 1 + HOSTS_MAX * from.index + to.index
  }
}
