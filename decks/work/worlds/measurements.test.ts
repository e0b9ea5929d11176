import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { measurements } from './measurements.ts'

/** Machines may round a logarithm differently, which moves single arrivals, not results. */
const RELATIVE = 0.05
const ABSOLUTE = 2

const DATA = path.join(import.meta.dirname, '..', 'data')

describe.each(Object.entries(measurements))('data/%s.json', (name, measure) => {
  test('is what the worlds give today', { timeout: 60_000 }, async () => {
    const saved: unknown = JSON.parse(await readFile(path.join(DATA, `${name}.json`), 'utf8'))
    const differences = [...compare('', saved, JSON.parse(JSON.stringify(measure())))]
    expect(differences, 'Run: npm --prefix decks/work run measure').toEqual([])
  })
})

function* compare(at: string, saved: unknown, now: unknown): Generator<string> {
  if (typeof saved === 'number' && typeof now === 'number') {
    if (Math.abs(saved - now) > Math.max(ABSOLUTE, RELATIVE * Math.abs(saved))) {
      yield `${at}: saved ${saved}, now ${now}`
    }
  } else if (isRecord(saved) && isRecord(now)) {
    for (const key of new Set([...Object.keys(saved), ...Object.keys(now)])) {
      yield* compare(`${at}/${key}`, saved[key], now[key])
    }
  } else if (saved !== now) {
    yield `${at}: saved ${String(saved)}, now ${String(now)}`
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
