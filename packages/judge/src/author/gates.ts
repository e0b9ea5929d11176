import { firstNotPassed } from '../grade/grade.ts'
import type { Verdict } from '../verdict.ts'
import type { Evidence } from './gather.ts'

const ALTERNATIVES_MIN = 2
const VISIBLE_SURVIVORS_MIN = 2
const SUITE_MS_MAX = 5000

const LIST_IT = 'list it in hidden/manifest.ts and hidden/subjects.ts'

/** One thing that must be true of an exercise before it ships. */
export interface Gate {
  /** The rule as a sentence. */
  title: string
  /** What breaks it, one line each; empty when the gate is passed. */
  findings: string[]
}

/** Everything about an exercise that its own runs can show. */
export function gatesOf(evidence: Evidence): Gate[] {
  const { seeds } = evidence
  return [
    gate('The starter compiles, says TODO and passes neither suite', starterFindings(evidence)),
    gate('The reference passes both suites', referenceFindings(evidence)),
    gate('The manifest lists the tests that the suite has', manifestFindings(evidence)),
    gate(
      `The reference and ${ALTERNATIVES_MIN} other solutions pass ${seeds} seeds`,
      alternativeFindings(evidence),
    ),
    gate('Every mutant breaks the promise that is named for it', mutantFindings(evidence)),
    gate(
      `At least ${VISIBLE_SURVIVORS_MIN} mutants pass the visible suite`,
      survivorFindings(evidence),
    ),
    gate('The same seed gives the same verdict', determinismFindings(evidence)),
    gate(`No suite takes over ${SUITE_MS_MAX / 1000} s`, durationFindings(evidence)),
  ]
}

function gate(title: string, findings: Iterable<string>): Gate {
  return { title, findings: [...findings] }
}

function* starterFindings({ starter }: Evidence): Generator<string> {
  if (!starter.text.includes('// TODO:')) yield 'the starter has no "// TODO:"'
  for (const verdict of [starter.hidden, starter.open]) {
    const wanted = verdict.state === 'failed' || verdict.state === 'threw'
    if (!wanted) yield `the starter in the ${suiteOf(verdict)} suite: ${outcome(verdict)}`
  }
}

function* referenceFindings({ reference }: Evidence): Generator<string> {
  for (const verdict of [reference.hidden.verdict, reference.open]) {
    if (verdict.state !== 'passed') {
      yield `the reference in the ${suiteOf(verdict)} suite: ${outcome(verdict)}`
    }
  }
  for (const part of reference.hidden.verdict.absentParts) {
    yield `the reference leaves out the stretch part "${part}"`
  }
}

function* manifestFindings({ reference }: Evidence): Generator<string> {
  for (const test of reference.hidden.unlisted) yield `not in the manifest: ${test}`
  for (const test of reference.hidden.verdict.tests) {
    if (test.state === 'not-run') yield `not in the suite, or skipped: ${test.id}`
  }
}

function* alternativeFindings({ reference, alternatives }: Evidence): Generator<string> {
  if (alternatives.length < ALTERNATIVES_MIN) {
    const is =
      alternatives.length === 1 ? 'is 1 alternative' : `are ${alternatives.length} alternatives`
    const more = `write another one in hidden/alternatives, and ${LIST_IT}`
    yield `there ${is}, and ${ALTERNATIVES_MIN} are needed: ${more}`
  }
  // What the reference does at the suite's own effort has a gate of its own.
  const all = [
    { file: 'the reference', verdicts: reference.seeded },
    ...alternatives.map(({ file, hidden, seeded }) => ({ file, verdicts: [hidden, ...seeded] })),
  ]
  for (const { file, verdicts } of all) {
    const fault = verdicts.find(({ state }) => state !== 'passed')
    if (fault !== undefined) yield `${file}: ${outcome(fault)}`
  }
}

function* mutantFindings({ mutants }: Evidence): Generator<string> {
  for (const { mutant, hidden } of mutants) {
    const broken = brokenPromises(hidden)
    if (broken.includes(mutant.promise)) continue
    const instead = broken.length === 0 ? hidden.state : `breaks ${broken.join(', ')}`
    yield `${mutant.file} should break "${mutant.promise}": ${instead}`
  }
}

function* survivorFindings({ mutants }: Evidence): Generator<string> {
  const survivors = mutants.filter(({ open }) => open.state === 'passed').length
  if (survivors >= VISIBLE_SURVIVORS_MIN) return
  const more = `write a mistake in hidden/mutants that it does not see, and ${LIST_IT}`
  yield `${survivors} of ${mutants.length} pass it: ${more}`
}

function* determinismFindings({ reference }: Evidence): Generator<string> {
  const { again } = reference
  const first = reference.hidden.verdict
  if (substance(first) !== substance(again)) {
    yield `the reference was ${outcome(first)} and then ${outcome(again)}`
  }
}

/** Of two runs the quicker one counts: the other may have waited for whatever else went on. */
function* durationFindings({ reference }: Evidence): Generator<string> {
  const hidden = [reference.hidden.verdict, reference.again]
  for (const runs of [hidden, [reference.open]]) {
    const ms = Math.min(...runs.map((verdict) => msOf(verdict)))
    const [suite = ''] = runs.map((verdict) => suiteOf(verdict))
    if (ms > SUITE_MS_MAX) yield `the ${suite} suite took ${Math.round(ms)} ms`
  }
}

function msOf({ tests }: Verdict): number {
  return tests.reduce((sum, test) => sum + (test.ms ?? 0), 0)
}

/** Promises with a test that ran and was not passed. */
export function brokenPromises(verdict: Verdict): string[] {
  return verdict.promises
    .filter(({ state }) => state !== 'passed' && state !== 'not-run')
    .map(({ id }) => id)
}

/** All of a verdict that must not change from run to run. */
function substance({ nonce: _nonce, ms: _ms, tests, ...rest }: Verdict): string {
  return JSON.stringify({ ...rest, tests: tests.map((test) => ({ ...test, ms: null })) })
}

function suiteOf({ mode }: Verdict): string {
  return mode === 'judged' ? 'hidden' : 'visible'
}

function outcome(verdict: Verdict): string {
  if (verdict.state === 'passed') return 'passed'
  const test = firstNotPassed(verdict.tests)
  const [first = ''] = (verdict.got ?? '').split('\n')
  return [verdict.state, test === undefined ? '' : ` at "${test.id}"`, first && `: ${first}`].join(
    '',
  )
}
