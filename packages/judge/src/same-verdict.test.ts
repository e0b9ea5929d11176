import path from 'node:path'

import { expect, test } from 'vitest'

import { verdictJson } from './format/verdict-json.ts'
import { judge } from './judge.ts'
import { createPool } from './run/pool.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../fixtures/tally')
const AHEAD = 2

test.each([
  ['mutants/last-word.ts', 20],
  ['solution/tally.ts', 5],
] as const)(
  '%s gets the same verdict %i times, byte for byte but for times and the nonce',
  { timeout: 120_000 },
  async (name, rounds) => {
    const submission = path.join(exerciseDir, 'hidden', name)
    const pool = createPool(AHEAD)
    const verdicts = new Set<string>()
    try {
      for (let round = 0; round < rounds; round += 1) {
        const verdict = await judge({ exerciseDir, submission, pool })
        verdicts.add(verdictJson(verdict).replaceAll(/"(?:ms|nonce)": .*/g, ''))
      }
    } finally {
      pool.close()
    }
    expect(verdicts.size).toBe(1)
  },
)
