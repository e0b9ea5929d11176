import type { RunnerTestCase, RunnerTestFile, RunnerTestSuite } from 'vitest'
import type { startTests } from 'vitest/internal/browser'

import type { BrokenFile } from '../../run/suite-run.ts'
import type { SuiteFiles } from './prepare-suite.ts'
import type { Reporter } from './reporter.ts'
import { thrownText } from './thrown-text.ts'
import type { AbsentExports } from './with-absent.ts'
import type { WorldCounter } from './world-counter.ts'

type Runner = Parameters<typeof startTests>[1]

/** What vitest's runner reads of its configuration; there is no clock here, and so no limit. */
const config = {
  root: '/',
  setupFiles: [],
  passWithNoTests: false,
  allowOnly: true,
  sequence: { setupFiles: 'list', hooks: 'stack', seed: 0 },
  maxConcurrency: 1,
  testTimeout: Infinity,
  hookTimeout: Infinity,
  retry: 0,
  repeats: 0,
  includeTaskLocation: false,
  tags: [],
  strictTags: false,
} as const

/** What is noted beside a test while it runs. */
interface Noted {
  readonly worlds: WorldCounter
  readonly absent: AbsentExports
}

/** A runner of vitest that says what happens as it happens. */
export function reportingRunner(
  files: SuiteFiles,
  leftOut: ReadonlySet<string>,
  { report }: Reporter,
  { worlds, absent }: Noted,
): Runner {
  const runner = {
    config,
    importFile: (file: string) => files[file]?.(),
    onCollected(collected: RunnerTestFile[]) {
      report({
        kind: 'collected',
        tests: collected.flatMap((file) => [...namesIn(file)]),
        broken: collected.flatMap((file) => [...faultsIn(file)]),
      })
    },
    onBeforeRunTask(test: RunnerTestCase) {
      if (leftOut.has(fullName(test))) test.mode = 'skip'
    },
    onBeforeTryTask(test: RunnerTestCase) {
      // What was asked for while the suite was collected is nobody's.
      absent.take()
      report({ kind: 'started', test: fullName(test) })
    },
    onAfterRunTask(test: RunnerTestCase) {
      const { state, errors = [], duration = 0 } = test.result ?? {}
      report({
        kind: 'finished',
        test: fullName(test),
        state: state === 'pass' ? 'passed' : state === 'fail' ? 'failed' : 'skipped',
        errors: errors.map((error) => thrownText(error)),
        worlds: worlds.take(),
        absent: absent.take(),
        ms: duration,
      })
    },
    onAfterRunFiles(run: RunnerTestFile[]) {
      const tests = run.flatMap((file) => [...testsIn(file)])
      const states = tests.map((test) => [fullName(test), stateOf(test)])
      const errors = run.flatMap((file) => file.result?.errors ?? [])
      report({
        kind: 'end',
        tests: Object.fromEntries(states),
        errors: errors.map((error) => thrownText(error)),
      })
    },
  }
  if (isRunner(runner)) return runner
  throw new Error('a runner imports files')
}

/** Of the fifty fields of a configuration, vitest's runner reads those above. */
function isRunner(value: object): value is Runner {
  return 'importFile' in value
}

function* faultsIn(file: RunnerTestFile): Generator<BrokenFile> {
  const { filepath, result, tasks } = file
  const none = tasks.length === 0 ? [new Error('There is no test in it.')] : []
  const errors = result?.errors?.length ? result.errors : none
  for (const error of errors) yield { file: filepath, error: thrownText(error) }
}

function stateOf({ result, mode }: RunnerTestCase): string {
  if (result?.state === 'pass') return 'passed'
  return result?.state === 'fail' ? 'failed' : mode
}

function* testsIn(suite: RunnerTestSuite): Generator<RunnerTestCase> {
  for (const task of suite.tasks) {
    if (task.type === 'suite') yield* testsIn(task)
    else yield task
  }
}

function* namesIn(suite: RunnerTestSuite): Generator<string> {
  for (const test of testsIn(suite)) yield fullName(test)
}

/** Names from the outermost describe to the test; the file is not one of them. */
function fullName(test: RunnerTestCase): string {
  const names = [test.name]
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name)
  return names.join(' > ')
}
