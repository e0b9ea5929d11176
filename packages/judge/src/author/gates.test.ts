import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { aVerdict } from '../a-verdict.ts'
import type { Verdict, VerdictState } from '../verdict.ts'
import { directGate } from './direct-gate.ts'
import { gatesOf } from './gates.ts'
import type { Evidence } from './gather.ts'
import { goldenGate } from './golden.ts'
import { matrixGate } from './kill-matrix.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gates '))
})
afterEach(() => rm(folder, { recursive: true }))

/** One mutant of the promise "counts", which gets this state in the hidden suite. */
function evidence(mutantState: VerdictState): Evidence {
  const passed = aVerdict({ state: 'passed' })
  const failed = aVerdict({ state: 'failed', got: 'A happened.' })
  const mutant = { file: 'm.ts', title: 'forgets', promise: 'counts' }
  const promises = passed.promises.map(({ id, text, kind }) => ({ id, text, kind }))
  return {
    manifest: {
      slug: 'tally',
      version: 1,
      parts: [],
      promises,
      tests: [],
      mutants: [mutant],
      alternatives: [],
    },
    seeds: 300,
    begunAt: 0,
    starter: { text: '// TODO: count', hidden: failed, open: { ...failed, mode: 'open' } },
    reference: {
      hidden: { verdict: passed, unlisted: ['tally > new'] },
      again: { ...passed, nonce: 'other', ms: 1 },
      open: { ...passed, mode: 'open' },
      seeded: [passed],
    },
    alternatives: [{ file: 'x.ts', hidden: passed, seeded: [failed] }],
    mutants: [{ mutant, hidden: aVerdict({ state: mutantState }), open: passed }],
    pairs: [
      { file: 'm.ts', judged: aVerdict({ state: mutantState }), direct: passed },
      { file: 'x.ts', judged: failed, direct: aVerdict({ state: 'failed', got: 'B happened.' }) },
    ],
  }
}

test('each gate names what breaks it', () => {
  const gates = gatesOf(evidence('passed')).filter(({ findings }) => findings.length > 0)
  expect(gates.map(({ findings }) => findings)).toEqual([
    ['not in the manifest: tally > new'],
    [
      'there is 1 alternative, and 2 are needed: write another one in hidden/alternatives, ' +
        'and list it in hidden/manifest.ts and hidden/subjects.ts',
      'x.ts: failed at "tally > counts": A happened.',
    ],
    ['m.ts should break "counts": passed'],
    [
      '1 of 1 pass it: write a mistake in hidden/mutants that it does not see, ' +
        'and list it in hidden/manifest.ts and hidden/subjects.ts',
    ],
  ])
})

test('a mutant that breaks its promise is caught, however it ends', () => {
  const title = 'Every mutant breaks the promise that is named for it'
  for (const state of ['failed', 'threw', 'timeout', 'forbidden'] as const) {
    const gate = gatesOf(evidence(state)).find((each) => each.title === title)
    expect(gate?.findings).toEqual([])
  }
})

function taking(ms: number): Verdict {
  const passed = aVerdict({ state: 'passed' })
  return {
    ...passed,
    tests: passed.tests.map((each, nth) => ({ ...each, ms: nth === 0 ? ms : 0 })),
  }
}

test('a suite is too long when it is so both times', () => {
  const title = 'No suite takes over 5 s'
  const findings = (first: number, second: number): string[] => {
    const { reference, ...rest } = evidence('failed')
    const hidden = { verdict: taking(first), unlisted: [] }
    const gates = gatesOf({ ...rest, reference: { ...reference, hidden, again: taking(second) } })
    return gates.find((each) => each.title === title)?.findings ?? []
  }
  expect(findings(7000, 4000)).toEqual([])
  expect(findings(7000, 6000)).toEqual(['the hidden suite took 6000 ms'])
})

test('what the border changes is found, but for what only the judge withholds', () => {
  const told = 'x.ts: "tally > counts" tells another story without the border'
  expect(directGate(evidence('failed')).findings).toEqual([
    'm.ts: "tally > counts" is failed, and passed without the border',
    told,
  ])
  expect(directGate(evidence('forbidden')).findings).toEqual([told])
})

async function goldenFindings(state: VerdictState, update: boolean): Promise<string[]> {
  const { findings } = await goldenGate(folder, evidence(state), update)
  return findings
}

test('texts are missing, then written, then the same, then different', async () => {
  const update = 'npx five-pillars author check tally --update'
  expect(await goldenFindings('failed', false)).toEqual([
    `hidden/golden/verdicts.txt is missing: ${update}`,
  ])
  expect(await goldenFindings('failed', true)).toEqual([])
  expect(await goldenFindings('failed', false)).toEqual([])
  expect(await goldenFindings('timeout', false)).toEqual([
    '"m.ts" in golden/verdicts.txt is different',
    `review the change, then: ${update}`,
  ])
})

test('a text beside the verdicts is compared with nothing', async () => {
  await goldenFindings('failed', true)
  await writeFile(path.join(folder, 'hidden/golden/m.txt'), 'A happened.')
  expect(await goldenFindings('failed', false)).toEqual([
    'hidden/golden/m.txt is read by nobody',
    'review the change, then: npx five-pillars author check tally --update',
  ])
  expect(await goldenFindings('failed', true)).toEqual([])
})

test('the matrix keeps its place among others, and padding does not count', async () => {
  const file = path.join(folder, 'README.md')
  const gate = (state: VerdictState, update: boolean) => matrixGate(file, evidence(state), update)
  expect((await gate('failed', false)).findings).toHaveLength(1)
  await gate('passed', true)
  await gate('failed', true)
  expect(await readFile(file, 'utf8')).toMatchInlineSnapshot(`
    "<!-- kill matrix tally -->

    | mutant  | counts | lists | visible suite |
    | ------- | ------ | ----- | ------------- |
    | forgets | ●      |       | passes        |

    <!-- end -->
    "
  `)
  expect((await gate('failed', false)).findings).toEqual([])
  expect((await gate('passed', false)).findings).toEqual([
    'it is different: npx five-pillars author check tally --update',
  ])
})
