import { BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import type { Autoscaler, Options, Sample } from '../../src/autoscaler.ts'
import { durationText } from './duration-text.ts'

/** A verdict has room for so many beside the promise, what is wrong and the options. */
const STEPS_MAX = 4

interface Step {
  readonly sample: Sample
  readonly answer: { readonly got: unknown } | 'threw'
}

/** A conversation with one autoscaler, told only when something is wrong: texts take time. */
export class Session {
  readonly #autoscaler: Autoscaler
  readonly #options: Options
  readonly #steps: Step[] = []

  constructor({ createAutoscaler }: Subject, options: Options) {
    if (options.min > options.max) throw new Error('sentinel-autoscaler-session.ts: bad options')
    this.#options = options
    try {
      this.#autoscaler = createAutoscaler({ ...options })
    } catch (error) {
      throw new SubjectThrew(thrownText(error), { cause: error })
    }
  }

  /** What the autoscaler answers, which may be anything. */
  decide(sample: Sample): unknown {
    try {
      const got: unknown = this.#autoscaler.decide({ ...sample })
      this.#steps.push({ sample, answer: { got } })
      return got
    } catch (error) {
      this.#steps.push({ sample, answer: 'threw' })
      const threw = `decide threw ${thrownText(error)}`
      throw new SubjectThrew(`${threw}\n${this.story}`, { cause: error })
    }
  }

  /** The options and the last samples, one a line. */
  get story(): string {
    const { target, min, max, tolerance, stabilizationDownMs } = this.#options
    const window = durationText(stabilizationDownMs)
    const firstAt = this.#steps[0]?.sample.at ?? 0
    const clock = firstAt === 0 ? '' : `, first sample at ${durationText(firstAt)}`
    const settings = `target ${target}, min ${min}, max ${max}, tolerance ${tolerance}, window ${window}`
    const told = this.#steps.length > STEPS_MAX ? this.#steps.slice(1 - STEPS_MAX) : this.#steps
    const left = this.#steps.length - told.length
    const before = left === 0 ? [] : [`… ${left} steps before`]
    const steps = told.map((step) => stepText(step, firstAt))
    return [`${settings}${clock}`, ...before, ...steps].map((line) => `  ${line}`).join('\n')
  }

  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.story}`)
  }
}

function stepText({ sample, answer }: Step, firstAt: number): string {
  const { at, ready, starting, utilization } = sample
  const booting = starting === 0 ? '' : `${starting} starting, `
  const got = answer === 'threw' ? answer : answerText(answer.got)
  return `+${durationText(at - firstAt)}: ${ready} ready, ${booting}utilization ${utilization} → ${got}`
}

/** An answer in a few characters: what is no number is named by its type. */
export function answerText(got: unknown): string {
  if (typeof got === 'number' || got === undefined || got === null) return String(got)
  if (typeof got === 'string') return JSON.stringify(got.slice(0, 20))
  return `a value of type ${typeof got}`
}
