import fc from 'fast-check'

/** As many as a suite tries by day; a night of 10,000 seeds would fill the memory. */
const KEPT_MAX = 1000

/**
 * Keeps the cases that it has made. With one seed, every property that tries these cases tries the
 * same ones, and making them costs as much as trying them. Properties must not change them.
 *
 * @param cases all that one property tries: what is drawn after a kept case would come out different
 */
export function kept<Case>(cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  return new Kept(cases)
}

class Kept<Case> extends fc.Arbitrary<Case> {
  readonly #cases: fc.Arbitrary<Case>
  readonly #made = new Map<string, fc.Value<Case>>()

  constructor(cases: fc.Arbitrary<Case>) {
    super()
    this.#cases = cases
  }

  generate(random: fc.Random, biasFactor: number | undefined): fc.Value<Case> {
    const state = random.getState()
    if (state === undefined) return this.#cases.generate(random, biasFactor)
    const place = `${state.join(' ')}, bias ${biasFactor}`
    const known = this.#made.get(place)
    if (known !== undefined) return known
    const made = this.#cases.generate(random, biasFactor)
    if (this.#made.size < KEPT_MAX) this.#made.set(place, made)
    return made
  }

  canShrinkWithoutContext(value: unknown): value is Case {
    return this.#cases.canShrinkWithoutContext(value)
  }

  shrink(value: Case, context: unknown): fc.Stream<fc.Value<Case>> {
    return this.#cases.shrink(value, context)
  }
}
