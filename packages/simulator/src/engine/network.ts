import { exponential, unit } from '../random/distributions.ts'
import { keyed } from '../random/hash.ts'
import type { Profile } from '../scenario/profile.ts'
import type { Link } from './link.ts'

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
  #weather: Weather
  /** Set by faults for as long as they last; the newest counts. */
  readonly lossShares: number[] = []
  readonly copyShares: number[] = []

  constructor(weather: Weather) {
    this.#weather = weather
  }

  /** From now on nothing is lost, doubled or late. */
  calmDown(): void {
    this.#weather = { ...this.#weather, loss: 0, duplicate: 0, tail: 0 }
    this.lossShares.length = 0
    this.copyShares.length = 0
  }

  loses<M>(link: Link<M>, draw: number): boolean {
    const share = this.lossShares.at(-1) ?? this.#weather.loss
    return share > 0 && !link.isLoop && unit(keyed(draw, LOSS)) < share
  }

  copies<M>(link: Link<M>, draw: number): boolean {
    const share = this.copyShares.at(-1) ?? this.#weather.duplicate
    return share > 0 && !link.isLoop && unit(keyed(draw, COPY)) < share
  }

  /** Microseconds on the way, at least 1. */
  delayUs<M>(link: Link<M>, draw: number): number {
    if (link.isLoop) return 1
    const { latencyMs, spread, tail } = this.#weather
    const word = keyed(draw, LATENCY)
    const share =
      spread === 'exponential' ? exponential(word) : spread === 'uniform' ? 0.5 + unit(word) : 1
    const late =
      tail > 0 && unit(keyed(draw, TAIL)) < tail ? TAIL_MAX_US * unit(keyed(draw, TAIL_LENGTH)) : 0
    const extraUs = link.from.extraUs + link.to.extraUs
    return Math.max(1, Math.round(latencyMs * 1000 * share + late + extraUs))
  }
}
