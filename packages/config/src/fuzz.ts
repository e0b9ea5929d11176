import fc from 'fast-check'

const LARGEST_SEED = 2 ** 31 - 1

/**
 * One seed for all properties of a run, so that a red run can be repeated as it was: `FUZZ_SEED`
 * sets it, and a failing property prints it. `FUZZ_RUNS` sets how many cases each property tries.
 */
fc.configureGlobal({
  seed: integerFrom('FUZZ_SEED', 0, LARGEST_SEED) ?? Math.floor(Math.random() * LARGEST_SEED),
  ...runsFrom(integerFrom('FUZZ_RUNS', 1, 1_000_000)),
})

function runsFrom(numRuns: number | undefined): { numRuns?: number } {
  return numRuns === undefined ? {} : { numRuns }
}

function integerFrom(name: string, least: number, most: number): number | undefined {
  const text = process.env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`${name}=${text} is not a whole number from ${least} to ${most}`)
}
