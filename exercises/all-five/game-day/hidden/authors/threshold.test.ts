import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { incidents } from '../../incidents.ts'
import { dayLimits, incidentLimits, settledLimits } from '../../limits.ts'
import { manifest } from '../manifest.ts'
import measured from './days.json' with { type: 'json' }
import { limitsOf } from './limits-of.ts'

const MARGIN = 1.3

describe.each(['alone', 'day'] as const)('%s', (mode) => {
  const limits = [...limitsOf(mode)].map(([name, { most }]): [string, number] => [name, most])

  test('the measurements are about the limits of today', () => {
    expect(measured.limits[mode], 'Run: node hidden/authors/measure-days.ts').toEqual(
      Object.fromEntries(limits),
    )
  })

  test.each(measured.correct)('$name keeps every limit with a margin', (one) => {
    expect(one.seeds, 'sentinel-game-day-threshold.test.ts').toBeGreaterThanOrEqual(334)
    const spreads = new Map<string, { worst: number }>(Object.entries(one[mode]))
    const narrow = limits.filter(([name, limit]) => {
      return !((spreads.get(name)?.worst ?? NaN) * MARGIN <= limit)
    })
    expect(narrow).toEqual([])
  })
})

test.each(measured.wrong)('$name misses a limit by far each day, mostly of "$promise"', (one) => {
  expect(one.any.best).toBeGreaterThanOrEqual(MARGIN)
  expect(one.named.median).toBeGreaterThanOrEqual(MARGIN)
})

test('every mutant was measured, at the promise that is named for it', () => {
  const named = manifest.mutants.map(({ file, promise }) => ({ file, promise }))
  expect(measured.wrong.map(({ name, promise }) => ({ file: name, promise }))).toEqual(named)
})

test('the brief tells the limits that are held against', async () => {
  const brief = await readFile(path.join(import.meta.dirname, '../../README.md'), 'utf8')
  const squeezed = brief.replaceAll(/\s+/g, ' ')
  for (const { id, title } of incidents) expect(squeezed).toContain(rowOf(id, title))
  for (const { id, settledMs } of incidents) {
    const { [id]: settled } = settledLimits
    expect(settled === undefined).toBe(settledMs === undefined)
    if (settledMs === undefined || settled === undefined) continue
    const [from, to] = settledMs.map((ms) => ms / 1000)
    const most = `at most ${percent(settled.unanswered)} unanswered and ${percent(settled.late)} late`
    expect(squeezed).toContain(`second ${from} to ${to} ${most}`)
  }
  expect(squeezed).toContain(`at most ${dayLimits.scaleChanges} times`)
  expect(squeezed).toContain(`at most ${dayLimits.pages} pages`)
})

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

function rowOf(id: keyof typeof incidentLimits, title: string): string {
  const { alone, day } = incidentLimits[id]
  const shares = (of: 'late' | 'unanswered'): string => {
    return `${Math.round(100 * alone[of])} / ${Math.round(100 * day[of])} %`
  }
  const inRow = `${alone.recoveryMs / 1000} / ${day.recoveryMs / 1000} s`
  return `| ${title} | ${shares('late')} | ${shares('unanswered')} | ${inRow} |`
}
