import type { NodeId } from '@five-pillars/simulator'

import type { Subject } from '../../scenario.ts'
import type { RegMsg } from '../../src/abd-register.ts'
import { LoneNode } from './lone-node.ts'
import type { Sent } from './lone-node.ts'
import { compare, timestampText, versionText } from './messages.ts'
import type { Version } from './messages.ts'

const emptyDisk: ReadonlyMap<string, unknown> = new Map()

/** A conversation with one replica, which is called a. */
export class ReplicaTalk {
  readonly node: LoneNode
  readonly #subject: Subject
  #ids = 40

  constructor(subject: Subject, disk = emptyDisk) {
    this.#subject = subject
    this.node = new LoneNode('a', ['b', 'c'], disk)
    this.node.boot((env) => subject.createReplica(env))
  }

  /** What it says that it holds. */
  get(from: NodeId = 'c1', id = this.#ids++): Version {
    const { msg } = this.answer(from, { t: 'Get', id }, 'Value')
    if (msg.t !== 'Value') return this.node.broken('Not a Value.')
    return { ts: msg.ts, value: msg.value }
  }

  /** Lets it hold something, or something newer; returns its answer. */
  put({ ts, value }: Version, from: NodeId = ts.client, id = this.#ids++): Sent {
    return this.answer(from, { t: 'Put', id, ts, value }, 'Ack')
  }

  /** The answer that a request gets, in the same step. */
  answer(from: NodeId, request: RegMsg, wanted: 'Value' | 'Ack'): Sent {
    if (from === '') throw new Error('sentinel-abd-register-replica-talk.ts: nobody asks')
    const before = this.node.sent.length
    this.node.deliver(from, request)
    const said = this.node.sent.slice(before).filter(({ to }) => to === from)
    const answer = said.find(({ msg }) => msg.t === wanted)
    if (answer === undefined) {
      return this.node.broken(`a did not answer the ${request.t} of ${from} in the same step.`)
    }
    if (answer.msg.id !== request.id) {
      const ids = `${request.t} #${request.id} with ${wanted} #${answer.msg.id}`
      return this.node.broken(`a answered ${ids}: nobody waits for that.`)
    }
    return answer
  }

  /** What the replica holds after a crash that has left this on its disk. */
  afterCrash(durable: ReadonlyMap<string, unknown>): Version {
    return new ReplicaTalk(this.#subject, durable).get()
  }

  expectHolds(held: Version, wanted: Version, when: string): void {
    if (compare(held.ts, wanted.ts) !== 0) {
      this.node.broken(
        `${when} a holds ${versionText(held)}, not ${versionText(wanted)}, which is the largest.`,
      )
    }
    if (held.value !== wanted.value) {
      const got = JSON.stringify(held.value)
      const right = JSON.stringify(wanted.value)
      this.node.broken(`${when} a holds ${got} for ${timestampText(held.ts)}, not ${right}.`)
    }
  }
}
