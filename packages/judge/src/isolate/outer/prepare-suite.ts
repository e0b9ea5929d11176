/**
 * Evaluated in the suite's realm, with the suite: runs it with vitest's own runner against the
 * exports of a submission that lives in another realm.
 */
// First, since the others ask for timers as they load.
// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does
import './absent-globals.ts'

import { recordFailures } from '@five-pillars/suite'
import fc from 'fast-check'
import { startTests } from 'vitest/internal/browser'

import type { SuiteTask } from '../../run/task.ts'
import { createCallRecorder } from './calls/call-recorder.ts'
import { openBorder } from './open-border.ts'
import { reportingRunner } from './reporting-runner.ts'
import { withAbsent } from './with-absent.ts'
import type { AbsentExports } from './with-absent.ts'
import { createWorldCounter } from './world-counter.ts'

/** Path of a test file → imports it. */
export type SuiteFiles = Readonly<Record<string, () => Promise<unknown>>>

/** Opens the border and makes the suite ready to run. */
export function prepareSuite(files: SuiteFiles): void {
  const realm = globalThis.fivePillars
  const { exportsOf, reporter, connection } = openBorder()
  recordFailures(createCallRecorder(connection, () => realm.subject))
  const worlds = createWorldCounter()
  realm.ran = worlds.note

  realm.run = (namespace, task, isDirect) => {
    if (task.kind !== 'suite') throw new Error(`a suite cannot do this: ${task.kind}`)
    const { subject, absent } = withAbsent(isDirect ? { ...namespace } : exportsOf(namespace))
    realm.subject = subject
    const types = Object.entries(subject).map(([name, value]) => [name, typeof value])
    reporter.report({ kind: 'loaded', types: Object.fromEntries(types) })
    void runSuite(task, absent)
  }

  async function runSuite(
    { seed, runs, leftOut }: SuiteTask,
    absent: AbsentExports,
  ): Promise<void> {
    fc.configureGlobal({ seed, ...(runs === null ? {} : { numRuns: runs }) })
    const runner = reportingRunner(files, new Set(leftOut), reporter, { worlds, absent })
    await startTests(Object.keys(files), runner)
  }
}
