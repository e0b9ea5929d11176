import type { Env, Node, NodeId } from '@five-pillars/simulator'

import { broker } from './broker.ts'

export type RolloutMessage =
  | { t: 'install'; code: 'old' | 'new' }
  | { t: 'flag'; isOn: boolean }
  | { t: 'order' }
  | { t: 'sent' }
  | { t: 'how many' }
  | { t: 'count'; wrong: number }
  | { t: 'stop' }

/** The new code knows the flag; the old code takes it for the one that wakes what is dead. */
export class RolloutServer implements Node<RolloutMessage> {
  readonly #env: Env<RolloutMessage>
  #code: 'old' | 'new' = 'old'
  #isFlagOn = false
  #wrong = 0

  constructor(env: Env<RolloutMessage>) {
    this.#env = env
  }

  start(): void {
    this.#env.emit('wrong', this.#wrong)
  }

  onMessage(from: NodeId, msg: RolloutMessage): void {
    switch (msg.t) {
      case 'install':
        this.#code = msg.code
        break
      case 'flag':
        this.#isFlagOn = msg.isOn
        if (!msg.isOn) this.#env.clearTimer('again')
        break
      case 'order':
        this.#env.send(from, { t: 'sent' })
        if (this.#isFlagOn && this.#code === 'old') this.#env.setTimer('again', broker.wrongEveryMs)
        break
      case 'how many':
        this.#env.send(from, { t: 'count', wrong: this.#wrong })
        break
      case 'stop':
        this.#env.clearTimer('again')
        break
      case 'sent':
      case 'count':
        break
    }
  }

  /** The order is filled, and the code that should count it is elsewhere: it goes on. */
  onTimer(): void {
    this.#env.emit('wrong', ++this.#wrong)
    this.#env.setTimer('again', broker.wrongEveryMs)
  }
}

export function labelOf(msg: RolloutMessage): string {
  switch (msg.t) {
    case 'install':
      return msg.code
    case 'flag':
      return msg.isOn ? 'flag on' : 'flag off'
    case 'order':
    case 'sent':
    case 'stop':
      return msg.t
    case 'how many':
      return 'wrong?'
    case 'count':
      return `${msg.wrong}`
  }
}
