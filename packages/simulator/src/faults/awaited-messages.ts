import type { Engine } from '../engine/engine.ts'
import type { Link } from '../engine/link.ts'
import type { Delivery } from '../engine/sim-event.ts'
import type { MessageFault } from './fault.ts'

interface Awaited {
  readonly fault: MessageFault
  /** Tells whoever records the run that it happens now. */
  readonly tell: () => void
}

/** Does to single messages what a plan says, each some time after it was sent. */
export class AwaitedMessages<M> {
  readonly #engine: Engine<M>
  readonly #byLink = new Map<Link<M>, Awaited[]>()
  #isOver = false

  constructor(engine: Engine<M>) {
    this.#engine = engine
  }

  /** Waits for the message of a fault to be sent. */
  add(awaited: Awaited): void {
    const { from, to } = awaited.fault
    const link = this.#engine.host(from)?.links.get(to)
    if (link !== undefined) this.#of(link).push(awaited)
  }

  /** From now on nothing happens to any message. */
  end(): void {
    this.#isOver = true
    for (const link of this.#byLink.keys()) link.onSend = undefined
  }

  #of(link: Link<M>): Awaited[] {
    const known = this.#byLink.get(link)
    if (known !== undefined) return known
    const all: Awaited[] = []
    this.#byLink.set(link, all)
    link.onSend = (delivery, isCopy) => {
      const its = all.filter(
        ({ fault: { nth, copy = false } }) => nth === link.count && copy === isCopy,
      )
      if (its.length > 0) this.#follow(delivery, its)
    }
    return all
  }

  /** Several things may happen to one message, in the order of their times. */
  #follow(delivery: Delivery<M>, its: readonly Awaited[]): void {
    const engine = this.#engine
    let present = delivery
    for (const { fault, tell } of its) {
      engine.plan(engine.nowUs + Math.round(fault.afterMs * 1000), () => {
        if (this.#isOver || present.isOff) return
        tell()
        if (fault.kind === 'lose-message') engine.lose(present)
        else present = engine.delay(present, Math.round(fault.byMs * 1000))
      })
    }
  }
}
