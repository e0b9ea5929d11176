import { BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import type { Autoscaler, Options, Sample } from '../../src/autoscaler.ts'
import { durationText } from './duration-text.ts'

/** A verdict has room for so many beside the promise, what is wrong and the options. */
const STEPS_MAX = 4

/** A conversation with one autoscaler, kept as a story. */
export class Session {
  readonly #autoscaler: Autoscaler
  readonly #options: Options
  readonly #steps: string[] = []
  #firstAt: number | undefined

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
    const text = this.#sampleText(sample)
    try {
      const got: unknown = this.#autoscaler.decide({ ...sample })
      this.#steps.push(`${text} → ${answerText(got)}`)
      return got
    } catch (error) {
      this.#steps.push(`${text} → threw`)
      const threw = `decide threw ${thrownText(error)}`
      throw new SubjectThrew(`${threw}\n${this.story}`, { cause: error })
    }
  }

  /** The options and the samples so far, one a line. */
  get story(): string {
    const { target, min, max, tolerance, stabilizationDownMs } = this.#options
    const window = durationText(stabilizationDownMs)
    const first = this.#firstAt ?? 0
    const clock = first === 0 ? '' : `, first sample at ${durationText(first)}`
    const settings = `target ${target}, min ${min}, max ${max}, tolerance ${tolerance}, window ${window}`
    const told = this.#steps.length > STEPS_MAX ? this.#steps.slice(1 - STEPS_MAX) : this.#steps
    const left = this.#steps.length - told.length
    const before = left === 0 ? [] : [`… ${left} steps before`]
    return [`${settings}${clock}`, ...before, ...told].map((line) => `  ${line}`).join('\n')
  }

  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.story}`)
  }

  #sampleText({ at, ready, starting, utilization }: Sample): string {
    this.#firstAt ??= at
    const booting = starting === 0 ? '' : `${starting} starting, `
    return `+${durationText(at - this.#firstAt)}: ${ready} ready, ${booting}utilization ${utilization}`
  }
}

/** An answer in a few characters: what is no number is named by its type. */
export function answerText(got: unknown): string {
  if (typeof got === 'number' || got === undefined || got === null) return String(got)
  if (typeof got === 'string') return JSON.stringify(got.slice(0, 20))
  return `a value of type ${typeof got}`
}
