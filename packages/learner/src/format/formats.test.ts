import { learningPaths } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import { apply, sumOf } from '../progress/apply.ts'
import { noProgress } from '../progress/progress.ts'
import { standing } from '../progress/standing.ts'
import type { DiffLine } from '../store/diff.ts'
import type { Version } from '../store/version.ts'
import { formatDiff } from './format-diff.ts'
import { formatHint } from './format-hint.ts'
import { formatHistory } from './format-history.ts'
import { formatProgress } from './format-progress.ts'

const now = new Date(2026, 10, 27, 12, 0, 0).getTime()
const MINUTE_MS = 60_000
const screen = { columns: 60, color: false, now, slug: 'quorum' }

function version(number: number, minutesAgo: number, changes: Partial<Version> = {}): Version {
  return {
    number,
    at: now - minutesAgo * MINUTE_MS,
    reason: 'check',
    hash: String(number).padStart(16, '0'),
    result: null,
    isCurrent: false,
    ...changes,
  }
}

describe('history', () => {
  test('says when, why, how good, and how to get one back', () => {
    const versions = [
      version(12, 1, { reason: 'catchup', isCurrent: true, result: { kept: 6, of: 6 } }),
      version(11, 2, { result: { kept: 4, of: 6 } }),
      version(10, 60 * 30, { reason: 'starter', result: { kept: 0, of: 0 } }),
      version(9, 60 * 31),
    ]
    expect(formatHistory(versions, { ...screen, most: 3 })).toMatchInlineSnapshot(`
      "quorum: 4 versions
        12  11:59:00     a working version  6 of 6 open checks  ← your file
        11  11:58:00     checked            4 of 6 open checks
        10  11-26 06:00  as you found it    nothing of it ran
        … 1 older: --all shows them

      Look: npx five-pillars diff quorum --from 11
      Back: npx five-pillars restore quorum 11
      "
    `)
  })

  test('says that the clock was set back', () => {
    const versions = [version(2, 90), version(1, 5)]
    expect(formatHistory(versions, { ...screen, most: 20 })).toMatchInlineSnapshot(`
      "quorum: 2 versions
        2  10:30:00  checked
        1  11:55:00  checked
        The clock of this machine was set back meanwhile: the
        numbers are the order.

      Look: npx five-pillars diff quorum --from 2
      Back: npx five-pillars restore quorum 2
      "
    `)
  })

  test('of nothing says how to begin', () => {
    expect(formatHistory([], { ...screen, most: 20 })).toBe(
      'No version of "quorum" is kept yet. The first check keeps one: npx five-pillars check quorum\n',
    )
  })
})

function same(text: string): DiffLine {
  return { kind: 'same', text }
}

describe('diff', () => {
  test('shows each change with what is around it', () => {
    const lines: DiffLine[] = [
      ...['a', 'b', 'c', 'd', 'e'].map(same),
      { kind: 'removed', text: 'return n / 2' },
      { kind: 'added', text: 'return Math.floor(n / 2) + 1' },
      ...['f', 'g', '', 'i', 'j'].map(same),
    ]
    const difference = { from: version(3, 4), to: null, lines }
    expect(formatDiff(difference, screen)).toMatchInlineSnapshot(`
      "quorum: from version 3 (11:56:00) to your file
      1 added, 1 removed

        …
        c
        d
        e
      - return n / 2
      + return Math.floor(n / 2) + 1
        f
        g

        …
      "
    `)
    expect(formatDiff(difference, { ...screen, color: true })).toContain('\u001B[32m+ return')
  })

  test('of the same text says so', () => {
    const difference = { from: version(3, 4), to: version(4, 3), lines: [same('a')] }
    expect(formatDiff(difference, screen)).toMatchInlineSnapshot(`
      "quorum: from version 3 (11:56:00) to version 4
      They are the same.
      "
    `)
  })
})

describe('progress', () => {
  test('of a day in which much has happened', () => {
    const progress = sumOf([
      { kind: 'path', path: 'manager', at: now - 9 },
      {
        kind: 'check',
        exercise: 'health-checker',
        at: now - 8,
        hash: 'a',
        kept: 6,
        of: 6,
        isPassed: true,
      },
      { kind: 'graded', exercise: 'health-checker', at: now - 7, points: 88, total: 100 },
      { kind: 'caught-up', exercise: 'autoscaler', at: now - 6, hash: 'b' },
      { kind: 'skipped', exercise: 'load-balancer', at: now - 5 },
      { kind: 'opened', exercise: 'quorum', at: now - 4 },
    ])
    expect(formatProgress(standing(progress), screen)).toMatchInlineSnapshot(`
      "Engineering manager: 1 of 6 exercises
        What pages people first: who is up, what acts by itself,
        what overload does. About 6.4 hours with its talks.

        ✓ health-checker   35 min  88 of 100 points
        » autoscaler       30 min  caught up
        – load-balancer    35 min  skipped
          hash-ring        35 min
      >   quorum           25 min
          game-day         40 min

      Milestones
        ✓ First light  11:59:59
          One pillar stands: The graded tests of one of the five
          parts pass.
          Five parts: All open checks of the five parts of the
          shop pass.
          All five pillars stand: The graded tests of all five
          parts pass.
          A shop that survives its day: The graded tests of the
          game day pass.
          Agreement, to its depth: The graded tests of the
          register and of the election pass.

      Now: npx five-pillars check quorum
      "
    `)
  })

  test('fits its columns, whatever the path', () => {
    for (const { id } of learningPaths) {
      const progress = apply(noProgress, { kind: 'path', path: id, at: 1 })
      for (const columns of [60, 80]) {
        const text = formatProgress(standing(progress), { ...screen, columns })
        const widest = Math.max(...text.split('\n').map((line) => line.length))
        expect(widest).toBeLessThanOrEqual(columns)
      }
    }
  })
})

test('a hint keeps its code, and wraps its words', () => {
  const hint = {
    level: 2,
    levels: 3,
    title: 'The idea',
    part: 'Counting',
    text: '**Counting.** Keep _one_ map, from member to its first word, and compute the rest of it.\n\n```\nyes >= need               reached\n```\n\nThat is all.',
  }
  expect(formatHint(hint, screen)).toMatchInlineSnapshot(`
    "Hint 2 of 3 (quorum, counting): The idea

      Counting. Keep one map, from member to its first word,
      and compute the rest of it.

      yes >= need               reached

      That is all.

    Try again first. Then: npx five-pillars hint quorum
    "
  `)
  expect(formatHint({ ...hint, level: 3 }, { ...screen, color: true })).toContain(
    '\u001B[1mCounting.\u001B[22m',
  )
})
