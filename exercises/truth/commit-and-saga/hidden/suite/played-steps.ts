import type { NodeId } from '@five-pillars/simulator'

import type { SagaBench } from '../../saga-bench.ts'
import type { SagaMsg } from '../../src/commit-and-saga.ts'
import { answer } from './saga-talk.ts'

const ROUNDS_MAX = 60
const ROUND_MS = 100

/** The machines of all steps, played by the book; some of them fail. */
export class PlayedSteps {
  /** What has become of each step that has heard anything. */
  readonly states = new Map<NodeId, 'ran' | 'failed' | 'undone'>()
  readonly #names: readonly NodeId[]
  readonly #fails: NodeId | undefined
  #heard = 0

  constructor(names: readonly NodeId[], fails?: NodeId) {
    this.#names = names
    this.#fails = fails
  }

  /** Answers all that the bench says about a saga, until it says nothing more. */
  async converse(bench: SagaBench, saga: string): Promise<void> {
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const said = bench.sent.slice(this.#heard)
      this.#heard = bench.sent.length
      for (const { msg } of said) {
        if (msg.t === 'Answer' || msg.saga !== saga) continue
        await answer(bench, msg.step, saga, this.hear(bench, msg))
      }
      if (said.length === 0 && round > 5) return
      await bench.passTo(bench.now + ROUND_MS)
    }
    bench.broken(
      `All steps answer at once, and after ${ROUNDS_MAX} rounds it goes on to tell them.`,
    )
  }

  /** The steps that have run, and were not made up for. */
  get done(): NodeId[] {
    return this.#names.filter((step) => this.states.get(step) === 'ran')
  }

  /** What the machine of a step says to a message. */
  hear(
    bench: SagaBench,
    { t, step }: Extract<SagaMsg, { t: 'Run' | 'Undo' }>,
  ): 'ran' | 'failed' | 'undone' {
    const was = this.states.get(step)
    if (t === 'Run') {
      const is = was ?? (step === this.#fails ? 'failed' : 'ran')
      const before = this.#names.slice(0, this.#names.indexOf(step))
      const missing = before.find((each) => this.states.get(each) === undefined)
      if (missing !== undefined) bench.broken(`${step} is to run, and ${missing} has not run yet.`)
      this.states.set(step, is)
      return is === 'undone' ? 'failed' : is
    }
    const after = this.#names.slice(this.#names.indexOf(step) + 1)
    const early = after.find((each) => this.states.get(each) === 'ran')
    if (early !== undefined) {
      bench.broken(`${step} is to be undone, and ${early}, which ran after it, is not undone yet.`)
    }
    this.states.set(step, 'undone')
    return 'undone'
  }
}

if (ROUNDS_MAX < 10) throw new Error('sentinel-commit-and-saga-played-steps.ts')
