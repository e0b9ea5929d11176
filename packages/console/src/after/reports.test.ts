import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'

import { csv } from './csv.ts'
import { exportRoom } from './export-room.ts'
import { exportZip } from './export-zip.ts'
import { fileName } from './file-names.ts'
import { learnerReport } from './learner-report.ts'
import { learnersCsv } from './learners-csv.ts'
import { madeUpLearner, madeUpRoom, madeUpSubmission, minute } from './made-up-room.ts'
import { mostBroken } from './most-broken.ts'
import { roomReport } from './room-report.ts'
import { workOf } from './work-of.ts'

const check = (after: number, broken: string | null, hints = 0) => ({
  exercise: 'load-balancer',
  at: minute(after),
  kept: [],
  broken,
  hints,
})

const ada = madeUpLearner('Ada', {
  checks: [check(45, 'eligible'), check(52, 'fair', 1), check(58, 'fair', 2)],
  submissions: [
    madeUpSubmission(55, ['fair']),
    madeUpSubmission(61, []),
    madeUpSubmission(70, ['fair']),
  ],
})
const bob = madeUpLearner('Bob | *<b>*', {
  id: 'bbbbbbbbbbbb',
  checks: [check(99, 'fair')],
  submissions: [madeUpSubmission(100, ['eligible', 'fair'])],
})
const idle = madeUpLearner('=HYPERLINK("http://evil","x")', { id: 'cccccccccccc' })
const record = madeUpRoom([ada, bob, idle])

describe('what a learner did at an exercise', () => {
  test('counts from the beginning of its block to the first that kept all', () => {
    expect(workOf(record, ada, 'load-balancer')).toMatchObject({
      state: 'kept',
      points: 10,
      checks: 3,
      submissions: 3,
      hints: 2,
      minutes: 21,
      minutesToKeep: 21,
      broken: null,
    })
  })

  test('counts from its first sign where that was outside of the block', () => {
    expect(workOf(record, bob, 'load-balancer')).toMatchObject({
      state: 'broken',
      points: 0,
      minutes: 1,
      minutesToKeep: null,
      broken: 'Only healthy members are ever chosen.',
    })
  })

  test('is nothing where there is no sign of it', () => {
    expect(workOf(record, idle, 'load-balancer')).toBeUndefined()
    expect(workOf(record, ada, 'quorum')).toBeUndefined()
  })
})

test('the promises broken most come first, with who breaks them still', () => {
  expect(
    mostBroken(record).map(({ promise, learners, of, times, still }) => [
      promise,
      learners,
      of,
      times,
      still,
    ]),
  ).toEqual([
    ['fair', 2, 2, 6, 2],
    ['eligible', 2, 2, 2, 1],
  ])
})

describe('the CSV', () => {
  test('is one line for each learner and exercise', () => {
    expect(learnersCsv(record)).toMatchInlineSnapshot(`
      "﻿learner,exercise,state,points,total,checks,submissions,hints,minutes,minutes to keep all,broken promise
      Ada,load-balancer,kept,10,10,3,3,2,21,21,
      Bob | *<b>*,load-balancer,broken,0,10,1,1,0,1,,Only healthy members are ever chosen.
      "'=HYPERLINK(""http://evil"",""x"")",,,,,,,,,,
      "
    `)
  })

  test('gives every text back, and none of them is a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(formulaLike, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const read = readCsv(csv(rows))
          expect(
            read.map((row) =>
              row.map((cell) => cell.replace(/^'(?=[\s\p{Cc}]*[=+\-@＝＋－＠]|[\t\r\n])/u, '')),
            ),
          ).toEqual(rows)
          for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u)
        },
      ),
    )
  })
})

const formulaLike = fc
  .tuple(
    fc.constantFrom('', '=', '+', '-', '@', '\t=', ' =', '＝', '\r', '\n', '"', "x'"),
    fc.string(),
  )
  .map(([first, rest]) => first + rest)
  .filter((text) => !/^'[\s\p{Cc}]*[=+\-@＝＋－＠]|^'[\t\r\n]/u.test(text))

/** What RFC 4180 says, read by hand. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (const [, quoted, plain = '', end] of text.slice(1).matchAll(cells)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== '\r\n') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('reports', () => {
  test('of the room: times, promises, the day, and no name', () => {
    const report = roomReport(record)
    expect(report).toMatchInlineSnapshot(`
      "# Autumn workshop, 27 November 2026

      3 learners. Judged by kit 0.1.0.

      ## Exercises

      | exercise | tried | all kept | median points | median min | hints seen |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | Load balancer | 2 | 1 | 5 of 10 | 11 | 1 (2.0) |

      Minutes are from the beginning of the block, or from the first check where that was outside of
      it, to the first submission that kept every promise, or else to the last sign. Hints: by how
      many learners, and how many of three on average of them.

      ## Promises broken most

      | exercise | promise | broken by | times | still at the end |
      | --- | --- | ---: | ---: | ---: |
      | Load balancer | Nobody is chosen twice before all others were. | 2 of 2 | 6 | 2 |
      | Load balancer | Only healthy members are ever chosen. | 2 of 2 | 2 | 1 |

      ## The day

      | began | block | planned min | took min |
      | --- | --- | ---: | ---: |
      | 09:40 | Load balancer | 35 | 38 |
      "
    `)
    expect(report).not.toMatch(/Ada|Bob|HYPERLINK/u)
  })

  test('of a learner: what they did, with their file, and no markup of their own', () => {
    expect(learnerReport(record, ada)).toMatchInlineSnapshot(`
      "# Ada

      Autumn workshop, 27 November 2026.

      1 exercise tried, 1 with every promise kept, 10 points.

      | exercise | points | checks | submissions | hints | min |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | Load balancer | 10 of 10 | 3 | 3 | 2 | 21 |

      ## Load balancer

      |  | promise | points |
      | --- | --- | ---: |
      | ✓ | Only healthy members are ever chosen. | 5 of 5 |
      | ✓ | Nobody is chosen twice before all others were. | 5 of 5 |

      The file:

      \`\`\`ts
      export const answer = 42
      \`\`\`
      "
    `)
    expect(learnerReport(record, bob)).toContain(String.raw`# Bob \| \*\<b\>\*`)
    expect(learnerReport(record, idle)).toContain('No check and no submission reached the console.')
  })
})

describe('file names', () => {
  test.each([
    ['Zoë Müller', '001-zoe-muller'],
    ['../../etc/passwd', '001-etc-passwd'],
    ['CON', '001-con'],
    ['山田', '001'],
    ['a'.repeat(32), `001-${'a'.repeat(24)}`],
  ])('%j is %s', (nickname, name) => {
    expect(fileName(nickname, 0)).toBe(name)
  })

  test('are paths on no system, and differ for everybody', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (nicknames) => {
        const names = nicknames.map(fileName)
        expect(new Set(names).size).toBe(nicknames.length)
        for (const name of names) expect(name).toMatch(/^\d{3,}(?:-[a-z0-9-]*[a-z0-9])?$/u)
      }),
    )
  })
})

test('an export is the same files in a folder and in a zip', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'export ö '))
  try {
    const progress: number[] = []
    const names = await exportRoom(record, folder, ({ done, total }) => progress.push(done / total))
    expect(progress.at(-1)).toBe(1)
    const onDisk = await readdir(folder, { recursive: true, withFileTypes: true })
    expect(onDisk.filter((entry) => entry.isFile())).toHaveLength(names.length)
    const zip = unzipSync(new Uint8Array(await new Response(exportZip(record)).arrayBuffer()))
    expect(Object.keys(zip)).toEqual(names)
    const same = await Promise.all(
      Object.entries(zip).map(async ([name, bytes]) =>
        Buffer.from(bytes).equals(await readFile(path.join(folder, name))),
      ),
    )
    expect(same).toEqual(names.map(() => true))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
