import type { Disturbance, EndWatch, Invariant, NodeId } from '@five-pillars/simulator'

import { fieldOf, textIn, textsIn } from './fields.ts'
import { MADE_UP, RAN } from './world-calls.ts'

/** Whatever comes twice, and whatever comes late. */
export const stepsOnce: Invariant = {
  text: 'a step is run once, and made up for once, if it has run',
  watch: () => ({
    emit({ event, node, data }) {
      const wrong = fieldOf(data, 'wrong')
      if (typeof wrong !== 'string') return null
      const saga = textIn(data, 'saga')
      if (event === RAN) return `${node} runs its step of ${saga} ${wrong}`
      if (event === MADE_UP) return `${node} makes up for its step of ${saga} ${wrong}`
      if (event !== 'calls') return null
      return `${node} calls the step ${textIn(data, 'step')} of ${saga}, ${wrong}`
    },
  }),
}

/** A step is made up for when those that were told after it are (Garcia-Molina and Salem 1987). */
export const inReverse: Invariant = {
  text: 'steps are made up for in reverse',
  watch() {
    const ran = new Map<string, Set<string>>()
    const undone = new Map<string, Set<string>>()
    let order: readonly string[] = []
    return {
      send({ msg }) {
        const [t, saga, step] = [fieldOf(msg, 't'), textIn(msg, 'saga'), textIn(msg, 'step')]
        if (t === 'Answer') {
          const what = fieldOf(msg, 'what')
          // A step that has run and says "failed" is undone, and its first word of that was lost.
          const sets = what === 'ran' ? ran : undone
          sets.set(saga, new Set([...(sets.get(saga) ?? []), step]))
        }
        if (t === 'Run' && !order.includes(step)) order = [...order, step]
        if (t !== 'Undo') return null
        const after = order.slice(order.indexOf(step) + 1)
        const early = after.find((each) => {
          return ran.get(saga)?.has(each) === true && undone.get(saga)?.has(each) !== true
        })
        if (early === undefined || !order.includes(step)) return null
        return `${step} is to make up for ${saga}, and ${early}, which ran after it, has not`
      },
    }
  },
}

interface Known {
  readonly ran: Set<string>
  readonly madeUp: Set<string>
}

/** What each machine has done for sagas, and has on its disk after a crash. */
class Ledger {
  readonly #places = new Map<NodeId, Known>()
  readonly started = new Set<string>()
  readonly told = new Map<string, string>()

  hear(node: NodeId, event: string, data: unknown): void {
    if (event === 'starts') this.started.add(textIn(data, 'saga'))
    if (event === 'done' || event === 'undone') this.told.set(String(data), event)
    if (event === RAN) this.#at(node).ran.add(textIn(data, 'saga'))
    if (event === MADE_UP) this.#at(node).madeUp.add(textIn(data, 'saga'))
    if (event !== 'restarts') return
    const [ran, madeUp] = [new Set(textsIn(data, RAN)), new Set(textsIn(data, MADE_UP))]
    this.#places.set(node, { ran, madeUp })
  }

  /** Whatever was not synced is gone; the machine says what is left. */
  disturb({ what, node }: Disturbance): void {
    if (what === 'crash' && node !== undefined) this.#places.delete(node)
  }

  /** The places whose step has run and was not made up for, and the others. */
  splitOf(saga: string, steps: readonly NodeId[]): { on: NodeId[]; off: NodeId[] } {
    const isOn = (step: NodeId): boolean => {
      const { ran, madeUp } = this.#at(step)
      return ran.has(saga) && !madeUp.has(saga)
    }
    return { on: steps.filter(isOn), off: steps.filter((step) => !isOn(step)) }
  }

  #at(node: NodeId): Known {
    const known = this.#places.get(node) ?? { ran: new Set<string>(), madeUp: new Set<string>() }
    this.#places.set(node, known)
    return known
  }
}

/** `done` is said of what is done everywhere, and `undone` of what is nowhere. */
export const toldTruly: EndWatch = {
  watch() {
    const ledger = new Ledger()
    return {
      kind: 'end',
      text: 'what is told of a saga is true',
      emit({ node, event, data }) {
        ledger.hear(node, event, data)
        return null
      },
      disturb: (disturbance) => ledger.disturb(disturbance),
      check({ servers: [, ...steps] }) {
        for (const [saga, how] of ledger.told) {
          const { on, off } = ledger.splitOf(saga, steps)
          const [odd] = how === 'done' ? off : on
          if (odd === undefined) continue
          const is = how === 'done' ? 'is not done' : 'is'
          return { text: `${saga} is ${how}, and the step at ${odd} ${is}`, node: odd }
        }
        return null
      },
    }
  },
}

/** No saga stays half done. */
export const endsWhole: EndWatch = {
  watch() {
    const ledger = new Ledger()
    return {
      kind: 'liveness',
      text: 'once the faults are over, a saga is done, or all that it did is made up for',
      emit({ node, event, data }) {
        ledger.hear(node, event, data)
        return null
      },
      disturb: (disturbance) => ledger.disturb(disturbance),
      check({ servers: [, ...steps] }) {
        for (const saga of ledger.started) {
          const { on, off } = ledger.splitOf(saga, steps)
          const [first, other] = [on[0], off[0]]
          if (first === undefined || other === undefined) continue
          return { text: `${saga} is done at ${first}, and not at ${other}`, node: first }
        }
        return null
      },
    }
  },
}
