import { BrokenPromise, counted, quoted, SubjectThrew, thrownText } from '@five-pillars/suite'

import type { PhiDetector, PhiOptions } from '../../src/health-checker.ts'
import type { Subject } from './checks.ts'
import { clockText, kindOf } from './words.ts'

/** Five percent, and a little more where phi is small: any good tail of the normal curve will do. */
const TOLERANCE = { share: 0.05, absolute: 0.03 }

export const phiOptions: PhiOptions = {
  threshold: 2,
  window: 100,
  minStdMs: 50,
  acceptablePauseMs: 0,
}

/** A conversation with one phi detector, whose heartbeats the test sends. */
export class PhiTalk {
  readonly #detector: PhiDetector
  readonly #options: PhiOptions
  readonly #last = new Map<string, number>()
  readonly #beats = new Map<string, number>()

  constructor(subject: Subject, options: PhiOptions) {
    this.#options = options
    this.#detector = this.#call('createPhiDetector', () => {
      const detector = subject.createPhiDetector?.({ ...options })
      if (detector === undefined) throw new Error('sentinel-health-checker-phi-talk.ts: no stretch')
      return detector
    })
  }

  /** One heartbeat, so long after the last one of the same id. */
  beat(id: string, gapMs: number): void {
    const at = (this.#last.get(id) ?? 0) + gapMs
    this.#last.set(id, at)
    this.#beats.set(id, (this.#beats.get(id) ?? 0) + 1)
    this.#call('heartbeat', () => this.#detector.heartbeat(id, at))
  }

  /** Heartbeats whose gaps are in the mean meanMs, with a standard deviation of spreadMs. */
  rhythm(id: string, gaps: number, meanMs: number, spreadMs: number): void {
    for (let gap = 0; gap < gaps; gap++) this.beat(id, meanMs + (gap % 2 === 0 ? -1 : 1) * spreadMs)
  }

  phi(id: string, silentMs: number): number {
    const at = (this.#last.get(id) ?? 0) + silentMs
    const got: unknown = this.#call('phi', () => this.#detector.phi(id, at))
    if (typeof got === 'number' && got >= -1e-6) return got
    return this.broken(id, silentMs, `phi is ${kindOf(got)}, and must be a number from 0 up.`)
  }

  /** Phi is that of a normal curve at so many standard deviations beyond the mean. */
  expectPhi(id: string, silentMs: number, deviations: number, why: string): void {
    const got = this.phi(id, silentMs)
    const wanted = phiAt(deviations)
    if (Math.abs(got - wanted) <= TOLERANCE.share * wanted + TOLERANCE.absolute) return
    const text = `phi is ${got.toFixed(2)}, and must be ${wanted.toFixed(2)}: ${why}.`
    this.broken(id, silentMs, text)
  }

  expectSuspect(id: string, silentMs: number, wanted: boolean): void {
    const at = (this.#last.get(id) ?? 0) + silentMs
    const got: unknown = this.#call('isSuspect', () => this.#detector.isSuspect(id, at))
    if (got === wanted) return
    const phi = this.phi(id, silentMs).toFixed(2)
    const than = `its phi is ${phi}, and the threshold ${this.#options.threshold}`
    this.broken(id, silentMs, `isSuspect is ${kindOf(got)}, and must be ${wanted}: ${than}.`)
  }

  broken(id: string, silentMs: number, sentence: string): never {
    const { minStdMs, acceptablePauseMs, window } = this.#options
    const beats = counted(this.#beats.get(id) ?? 0, 'heartbeat')
    throw new BrokenPromise(
      [
        sentence,
        `  (window ${window}, minStdMs ${minStdMs}, acceptablePauseMs ${acceptablePauseMs})`,
        `  ${quoted(id)}: ${beats}, the last one ${clockText(silentMs)} ago`,
      ].join('\n'),
    )
  }

  #call<T>(text: string, act: () => T): T {
    try {
      return act()
    } catch (error) {
      throw new SubjectThrew(`${text} threw ${thrownText(error)}`, { cause: error })
    }
  }
}

/** The formula of the brief. */
function phiAt(z: number): number {
  return Math.log10(1 + Math.exp(z * (1.5976 + 0.070566 * z * z)))
}
