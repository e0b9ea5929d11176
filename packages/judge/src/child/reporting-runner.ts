import { inject, TestRunner } from 'vitest'
import type { RunnerTestCase, RunnerTestFile, RunnerTestSuite, TestTryOptions } from 'vitest'

import type { ThrownText } from '../run/events.ts'
import { report } from './report.ts'
import { thrownText } from './thrown-text.ts'

const leftOut = new Set(inject('judge').leftOut)

/** Vitest's own runner, which also says what happens as it happens. */
export default class ReportingRunner extends TestRunner {
  #thrown: ThrownText | undefined

  onCollected(files: RunnerTestFile[]): void {
    report({ kind: 'collected', tests: files.flatMap((file) => [...namesIn(file)]) })
  }

  override onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (leftOut.has(fullName(test))) test.mode = 'skip'
    return super.onBeforeRunTask(test)
  }

  override onBeforeTryTask(test: RunnerTestCase, options: TestTryOptions): void {
    report({ kind: 'started', test: fullName(test) })
    super.onBeforeTryTask(test, options)
  }

  /** Vitest copies a thrown value in depth, and runs its getters: so it is given an error instead. */
  async runTask(test: RunnerTestCase): Promise<void> {
    try {
      await TestRunner.getTestFn(test)()
    } catch (error) {
      if (isSkip(error)) throw error
      this.#thrown = thrownText(error)
      // oxlint-disable-next-line preserve-caught-error -- what was caught must not be looked into
      throw new Error(this.#thrown.message)
    }
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    const { state, errors = [], duration = 0 } = test.result ?? {}
    const thrown = this.#thrown
    this.#thrown = undefined
    report({
      kind: 'finished',
      test: fullName(test),
      state: state === 'pass' ? 'passed' : state === 'fail' ? 'failed' : 'skipped',
      errors: thrown === undefined ? errors.map((error) => thrownText(error)) : [thrown],
      ms: duration,
    })
    super.onAfterRunTask(test)
  }
}

/** A test may skip itself, which vitest is told by an error of its own. */
function isSkip(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'VITEST_PENDING'
}

function* namesIn(suite: RunnerTestSuite): Generator<string> {
  for (const task of suite.tasks) {
    if (task.type === 'suite') yield* namesIn(task)
    else yield fullName(task)
  }
}

/** Names from the outermost describe to the test; the file is not one of them. */
function fullName(test: RunnerTestCase): string {
  const names = [test.name]
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name)
  return names.join(' > ')
}
