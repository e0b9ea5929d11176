import { unit } from '../random/distributions.ts'
import { exponentialDelay } from '../random/exponential-delay.ts'
import { keyed } from '../random/hash.ts'
import type { Profile } from '../scenario/profile.ts'
import type { Link } from './link.ts'
import { Newest } from './newest.ts'

/** Which of the draws of one message a number is for. */
const LOSS = 1
const LATENCY = 2
const TAIL = 3
const TAIL_LENGTH = 4
const COPY = 5

const TAIL_MAX_US = 1_500_000

export type Weather = Pick<Profile, 'latencyMs' | 'spread' | 'loss' | 'duplicate' | 'tail'>

/**
 * Decides what becomes of a message. Each decision is a function of the seed, the link and the
 * message's place on it, so that one fault less leaves the fate of every other message as it was.
 */
export class Network {
  readonly #meanUs: number
  readonly #spread: Weather['spread']
  #tail: number
  /** Share of messages that are lost; faults put another one in front for as long as they last. */
  readonly loss: Newest
  /** Share of messages that arrive twice, likewise. */
  readonly duplicate: Newest

  constructor({ latencyMs, spread, loss, duplicate, tail }: Weather) {
    this.#meanUs = latencyMs * 1000
    this.#spread = spread
    this.#tail = tail
    this.loss = new Newest(loss)
    this.duplicate = new Newest(duplicate)
  }

  /** From now on nothing is lost, doubled or late. */
  calmDown(): void {
    this.#tail = 0
    this.loss.clear()
    this.duplicate.clear()
  }

  loses<M>(link: Link<M>, draw: number): boolean {
    const share = this.loss.now
    return share > 0 && !link.isLoop && unit(keyed(draw, LOSS)) < share
  }

  copies<M>(link: Link<M>, draw: number): boolean {
    const share = this.duplicate.now
    return share > 0 && !link.isLoop && unit(keyed(draw, COPY)) < share
  }

  /** Microseconds on the way, at least 1. */
  delayUs<M>(link: Link<M>, draw: number): number {
    if (link.isLoop) return 1
    const tail = this.#tail
    const word = keyed(draw, LATENCY)
    const late =
      tail > 0 && unit(keyed(draw, TAIL)) < tail ? TAIL_MAX_US * unit(keyed(draw, TAIL_LENGTH)) : 0
    const extraUs = link.from.extraUs + link.to.extraUs
    if (this.#spread === 'exponential') {
      return Math.max(1, exponentialDelay(word, this.#meanUs, late, extraUs))
    }
    const share = this.#spread === 'uniform' ? 0.5 + unit(word) : 1
    // To the nearest microsecond; `Math.round` says the same of what is above 0, and takes longer.
    return Math.max(1, Math.floor(this.#meanUs * share + late + extraUs + 0.5))
  }
}
