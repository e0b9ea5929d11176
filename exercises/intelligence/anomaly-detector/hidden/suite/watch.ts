import { asked, BrokenPromise, stepLines } from '@five-pillars/suite'

import type { Detector } from '../../src/anomaly-detector.ts'
import type { Subject } from '../../scenario.ts'
import type { Sample, Series } from './series.ts'
import { Usual } from './usual.ts'
import type { Ruling } from './usual.ts'
import { kindOf, short } from './words.ts'

/** What a detector said, which may be anything. */
export interface Said {
  readonly score: unknown
  readonly anomaly: unknown
}

/** What is wrong with an answer, and with which promise that has to do. */
export interface Fault {
  readonly promise: 'number' | 'silence' | 'flat' | 'score'
  readonly text: string
}

/** A tenth of a percent off is fine. */
const OFF = 0.001
/** So near to the threshold either is right. */
const EDGE = 0.01
const SHOWN_MAX = 12

/** A detector and what the brief says of it. */
export class Watch {
  readonly #series: Series
  readonly #detector: Detector
  readonly #usual: Usual
  readonly #told: Sample[] = []

  constructor({ createDetector }: Subject, series: Series) {
    this.#series = series
    const options = Object.freeze({ ...series.options })
    this.#detector = asked('createDetector(…)', () => createDetector(options))
    this.#usual = new Usual(series.options)
  }

  /** What the detector says of a sample. */
  say(sample: Sample): Said {
    const { at, x } = sample
    const said = asked(
      `observe(${at}, ${x})`,
      () => {
        const answer: unknown = this.#detector.observe(at, x)
        if (typeof answer !== 'object' || answer === null) {
          this.broken(`observe(${at}, ${x}) gave ${kindOf(answer)}, which is no verdict.`)
        }
        return { score: field(answer, 'score'), anomaly: field(answer, 'anomaly') }
      },
      () => this.story,
    )
    this.#told.push(sample)
    return said
  }

  /** Shows a sample, and finds what the brief does not allow. */
  look(sample: Sample): Fault | null {
    const ruling = this.#usual.rule(sample.at, sample.x)
    return faultOf(this.say(sample), ruling, this.#series.options.threshold)
  }

  /** The options and the last samples. */
  get story(): string {
    const { window, threshold, minSamples, season } = this.#series.options
    const seasonal = season === undefined ? '' : `, season ${season}`
    const given = `(window ${window}, threshold ${threshold}, minSamples ${minSamples}${seasonal})`
    const told = this.#told.map(({ at, x }) => (season === undefined ? `${x}` : `${x} at ${at}`))
    const shown = told.slice(-SHOWN_MAX).join(', ')
    const left = told.length > SHOWN_MAX ? '…, ' : ''
    return stepLines([given, `shown: ${left}${shown === '' ? 'nothing' : shown}`])
  }

  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.story}`)
  }
}

function field(of: object, key: string): unknown {
  return Reflect.get(of, key)
}

function faultOf({ score, anomaly }: Said, ruling: Ruling, threshold: number): Fault | null {
  if (typeof score !== 'number' || !(score >= 0)) {
    return {
      promise: 'number',
      text: `The score is ${kindOf(score)}, which is no number from 0 up.`,
    }
  }
  if (typeof anomaly !== 'boolean') {
    return { promise: 'number', text: `\`anomaly\` is ${kindOf(anomaly)}, and not true or false.` }
  }
  const isEdge = Math.abs(score - threshold) <= EDGE * threshold
  if (anomaly !== score > threshold && !isEdge) {
    const text = `\`anomaly\` is ${anomaly}, with a score of ${short(score)} and a threshold of ${threshold}.`
    return { promise: 'number', text }
  }
  return wrongScore(score, ruling)
}

function wrongScore(score: number, ruling: Ruling): Fault | null {
  if (ruling.kind === 'silent') {
    if (score === 0) return null
    const why = fewText(ruling.before)
    return { promise: 'silence', text: `The score is ${short(score)}, and must be 0: ${why}.` }
  }
  const { kind, before, middle, usual, score: wanted } = ruling
  const isNear = wanted !== Infinity && Math.abs(score - wanted) <= OFF * wanted
  if (score === wanted || isNear) return null
  const of = `its window is ${windowText(before)}`
  const text = `The score is ${short(score)}, and must be ${short(wanted)}: ${of}, with the median ${short(middle)} and a median deviation of ${short(usual)}.`
  return { promise: kind === 'flat' ? 'flat' : 'score', text }
}

function fewText(before: readonly number[]): string {
  const { length } = before
  if (length === 0) return 'its window is empty'
  return `its window has ${length === 1 ? 'one sample' : `${length} samples`}, which is too few`
}

function windowText(before: readonly number[]): string {
  if (before.length === 0) throw new Error('sentinel-anomaly-detector-watch.ts: an empty window')
  return before.length > SHOWN_MAX ? `${before.slice(0, 4).join(', ')}, …` : before.join(', ')
}
