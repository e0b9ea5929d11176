import type { Env, Node, NodeId, Rng } from '@five-pillars/simulator'

import { takeLive } from '../snippets/take-live.ts'
import { createFifo } from './fifo.ts'
import type { Message, Request } from './messages.ts'

export interface ServerOptions {
  /** How long it works on the next request. */
  serviceMs(rng: Rng): number
  /** Requests that may be in it, the one in service included; absent means any number. */
  bound?: number
  /** Whether it throws away requests that nobody waits for any more. */
  dropsExpired?: boolean
}

interface Job extends Request {
  from: NodeId
}

/** A server that works on one request at a time, in order of arrival. Its gauge is `queue`. */
export class Server implements Node<Message> {
  readonly #env: Env<Message>
  readonly #options: ServerOptions
  readonly #waiting = createFifo<Job>()
  readonly #answers = { useful: 0, useless: 0 }
  #current: Job | undefined

  constructor(env: Env<Message>, options: ServerOptions) {
    this.#env = env
    this.#options = options
  }

  start(): void {}

  onMessage(from: NodeId, msg: Message): void {
    if (msg.t !== 'request') return
    const { bound = Infinity } = this.#options
    if (this.#size >= bound) {
      this.#env.send(from, { t: 'refusal', id: msg.id })
      return
    }
    this.#waiting.push({ ...msg, from })
    this.#serve()
    this.#env.emit('queue', this.#size)
  }

  onTimer(): void {
    if (this.#current !== undefined) this.#answer(this.#current)
    this.#current = undefined
    this.#serve()
    this.#env.emit('queue', this.#size)
  }

  /** Where somebody waits only so long, it also says for whom it has worked. */
  #answer({ from, id, deadlineMs }: Job): void {
    if (deadlineMs === Infinity) {
      this.#env.send(from, { t: 'answer', id })
      return
    }
    const late = deadlineMs < this.#env.now()
    const worth = late ? 'useless' : 'useful'
    this.#env.send(from, { t: 'answer', id, late })
    this.#env.emit(worth, ++this.#answers[worth])
  }

  get #size(): number {
    return this.#waiting.size() + (this.#current === undefined ? 0 : 1)
  }

  #serve(): void {
    if (this.#current !== undefined) return
    const waiting = this.#waiting
    const drops = this.#options.dropsExpired === true
    this.#current = drops ? takeLive(waiting, this.#env.now()) : waiting.shift()
    if (this.#current === undefined) return
    this.#env.setTimer('done', this.#options.serviceMs(this.#env.rng))
  }
}
