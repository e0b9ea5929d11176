const WORDS = 2 ** 32

/** A 32-bit word as a number from 0 up to, but not including, 1. */
export function unit(word: number): number {
  return word / WORDS
}

/** An exponentially distributed number with mean 1 from a 32-bit word: never 0, at most 22.2. */
export function exponential(word: number): number {
  return LN_WORDS - naturalLogarithm(word + 1)
}

/**
 * The natural logarithm of a whole number from 1 to 2³². Made of additions, multiplications and
 * divisions alone, whose results every machine agrees on: the last digit of `Math.log` is left to
 * each engine, and one digit is another world.
 */
export function naturalLogarithm(whole: number): number {
  let exponent = 0
  let mantissa = whole
  for (let step = 16; step >= 1; step /= 2) {
    const factor = 1 << step
    if (mantissa >= factor) {
      mantissa /= factor
      exponent += step
    }
  }
  if (mantissa >= 1.5) return exponent * LN_2 + LN_3_HALVES + nearOne(mantissa / 1.5)
  return exponent * LN_2 + nearOne(mantissa)
}

// Written out, as the other constant is: what is computed from them is the same everywhere.
const LN_2 = 0.693147180559945 // oxlint-disable-line oxc/approx-constant -- a literal, not an engine's
const LN_3_HALVES = 0.4054651081081644
const LN_WORDS = 32 * LN_2

/** ln(x) for 1 ≤ x < 1.5 as 2·artanh((x − 1) / (x + 1)); the terms left out are below 1e-13. */
function nearOne(x: number): number {
  const s = (x - 1) / (x + 1)
  const square = s * s
  let sum = 1 / 17
  for (let odd = 15; odd >= 1; odd -= 2) sum = sum * square + 1 / odd
  return 2 * s * sum
}
