import { asked, quoted, stepLines } from '@five-pillars/suite'

import type { Crdt } from '../../src/crdt-cart.ts'
import type { Deed, Known, Life, Step } from './life.ts'
import { delivered, written } from './subject.ts'

/** How one kind of data is told, and what is known to be right. */
export interface Kind<Op, Value> {
  readonly handFed: readonly Life<Op>[]
  opText(op: Op): string
  /** What a value says, in one order; or the value itself as text where it says nothing. */
  valueText(value: Value): string
  /** What everybody has to see who knows of these deeds. */
  right(known: Known<Op>): string
}

/** What a node shows after a step, and what it has to show. */
export interface View<Op> {
  readonly node: string
  readonly got: string
  readonly wanted: string
  readonly known: Known<Op>
  readonly story: () => string
}

interface Place<Op> {
  readonly state: string
  readonly known: Known<Op>
}

/**
 * Plays a life with a submission, and shows what a node sees after each of its steps. States travel
 * as text. In the end everybody hears of everybody, in an order of its own.
 */
export function* viewsOf<Op, Value>(
  crdt: Crdt<unknown, Op, Value>,
  life: Life<Op>,
  kind: Kind<Op, Value>,
): Generator<View<Op>> {
  const stage = new Stage(crdt, life.nodes, kind)
  for (const step of life.steps) {
    stage.take(step)
    if (step.kind !== 'send') yield stage.view(step.node)
  }
  const { nodes, order } = life
  for (const [index, first] of order.entries()) {
    const node = nodes[first % nodes.length]
    const from = nodes[(first + 1 + index) % nodes.length]
    if (node === undefined || from === undefined || node === from) continue
    stage.take({ kind: 'hear', node, from })
    yield stage.view(node)
  }
}

class Stage<Op, Value> {
  readonly #crdt: Crdt<unknown, Op, Value>
  readonly #kind: Kind<Op, Value>
  readonly #places: Map<string, Place<Op>>
  readonly #mail: (Place<Op> & { readonly from: string })[] = []
  readonly #lines: string[] = []

  constructor(crdt: Crdt<unknown, Op, Value>, nodes: readonly string[], kind: Kind<Op, Value>) {
    this.#crdt = crdt
    this.#kind = kind
    const state = this.#state('init', () => crdt.init())
    this.#places = new Map(nodes.map((node) => [node, { state, known: new Set() }]))
  }

  take(step: Step<Op>): void {
    const { node } = step
    switch (step.kind) {
      case 'do':
        this.#lines.push(`${quoted(node)} ${this.#kind.opText(step.op)}`)
        this.#apply(node, step.op)
        break
      case 'hear':
        this.#lines.push(`${quoted(node)} gets the state of ${quoted(step.from)}`)
        this.#merge(node, this.#at(step.from))
        break
      case 'send':
        this.#lines.push(`${quoted(node)} sends its state`)
        this.#mail.push({ ...this.#at(node), from: node })
        break
      case 'deliver': {
        const message = this.#mail[step.message]
        if (message === undefined) throw new Error('A message that was never sent')
        this.#lines.push(`${quoted(node)} gets an older state of ${quoted(message.from)}`)
        this.#merge(node, message)
        break
      }
    }
  }

  view(node: string): View<Op> {
    const { state, known } = this.#at(node)
    const story = (): string => this.#story()
    const got = asked(
      'value',
      () => this.#kind.valueText(this.#crdt.value(delivered(state))),
      story,
    )
    this.#lines.push(`${this.#lines.pop()}: ${got}`)
    return { node, got, wanted: this.#kind.right(known), known, story }
  }

  #apply(node: string, op: Op): void {
    const { state, known } = this.#at(node)
    const after = this.#state('apply', () => this.#crdt.apply(delivered(state), op, node))
    const deed: Deed<Op> = { op, past: known }
    this.#places.set(node, { state: after, known: new Set([...known, deed]) })
  }

  #merge(node: string, from: Place<Op>): void {
    const { state, known } = this.#at(node)
    const both = this.#state('merge', () =>
      this.#crdt.merge(delivered(state), delivered(from.state)),
    )
    this.#places.set(node, { state: both, known: new Set([...known, ...from.known]) })
  }

  #state(call: string, ask: () => unknown): string {
    const story = (): string => this.#story()
    return asked(call, () => written(call, ask(), story), story)
  }

  #at(node: string): Place<Op> {
    const place = this.#places.get(node)
    if (place === undefined) throw new Error('sentinel-crdt-cart-live.ts: a node without a state')
    return place
  }

  #story(): string {
    return stepLines(this.#lines)
  }
}
