/** The clock of one machine: true time, shifted, and at a rate of its own. In microseconds. */
export class LocalClock {
  #trueUs = 0
  #localUs: number
  #rate = 1

  constructor(skewUs: number) {
    this.#localUs = skewUs
  }

  at(trueUs: number): number {
    if (this.#rate === 1) return this.#localUs + trueUs - this.#trueUs
    return Math.round(this.#localUs + (trueUs - this.#trueUs) * this.#rate)
  }

  /** How long a local duration takes in true time. */
  trueDuration(localUs: number): number {
    return this.#rate === 1 ? localUs : Math.round(localUs / this.#rate)
  }

  jump(trueUs: number, byUs: number): void {
    this.#localUs = this.at(trueUs) + byUs
    this.#trueUs = trueUs
  }

  setRate(trueUs: number, rate: number): void {
    this.jump(trueUs, 0)
    this.#rate = rate
  }
}
