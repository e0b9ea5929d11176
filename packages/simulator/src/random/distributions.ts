const WORDS = 2 ** 32

/** A 32-bit word as a number from 0 up to, but not including, 1. */
export function unit(word: number): number {
  return word / WORDS
}

/** An exponentially distributed number with mean 1 from a 32-bit word: from 0 to 22.2. */
export function exponential(word: number): number {
  return LN_WORDS - naturalLogarithm(word + 1)
}

/**
 * The natural logarithm of a whole number from 1 to 2³². Made of additions, multiplications and
 * divisions alone, whose results every machine agrees on: the last digit of `Math.log` is left to
 * each engine, and one digit is another world.
 */
export function naturalLogarithm(whole: number): number {
  // `clz32` sees 2³² as 0, whose logarithm nobody asks for.
  const exponent = whole > LARGEST_WORD ? 32 : 31 - Math.clz32(whole)
  const mantissa = exponent === 32 ? 1 : whole / ((1 << exponent) >>> 0)
  if (mantissa >= 1.5) return exponent * LN_2 + LN_3_HALVES + nearOne(mantissa / 1.5)
  return exponent * LN_2 + nearOne(mantissa)
}

const LARGEST_WORD = 2 ** 32 - 1
// Written out, as the other constant is: what is computed from them is the same everywhere.
const LN_2 = 0.693147180559945 // oxlint-disable-line oxc/approx-constant -- a literal, not an engine's
const LN_3_HALVES = 0.4054651081081644
const LN_WORDS = 32 * LN_2

const [THIRD, FIFTH, SEVENTH, NINTH] = [1 / 3, 1 / 5, 1 / 7, 1 / 9] as const
const [TERM_11, TERM_13, TERM_15, TERM_17] = [1 / 11, 1 / 13, 1 / 15, 1 / 17] as const

/** ln(x) for 1 ≤ x < 1.5 as 2·artanh((x − 1) / (x + 1)); the terms left out are below 1e-13. */
function nearOne(x: number): number {
  const s = (x - 1) / (x + 1)
  const q = s * s
  const high = ((TERM_17 * q + TERM_15) * q + TERM_13) * q + TERM_11
  const low = (((high * q + NINTH) * q + SEVENTH) * q + FIFTH) * q + THIRD
  return 2 * s * (low * q + 1)
}
