import path from 'node:path'

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: readonly {
    /** Absolute path of the test file. */
    name: string
    status: 'passed' | 'failed'
    message: string
    assertionResults: readonly {
      status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled'
      title: string
      ancestorTitles: readonly string[]
      failureMessages: readonly string[]
    }[]
  }[]
}

export interface PackageResults {
  name: string
  folder: string
  /** Undefined where the suite ended without a report. */
  report: VitestReport | undefined
}

export interface Totals {
  passed: number
  failed: number
  skipped: number
}

interface Failure {
  package: string
  file: string | undefined
  test: string | undefined
  reason: string
}

const MESSAGE_LINES = 12

/**
 * Counts tests over all packages. A file that could not be run and a package without a report each
 * count as one failure, since their tests are not known to pass.
 */
export function summarize(results: readonly PackageResults[]): Totals {
  const all = results.flatMap((entry) => entry.report?.testResults ?? [])
  const statuses = all.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  const broken = all.filter(isBroken).length + results.filter((entry) => !entry.report).length
  return { passed, failed: failed + broken, skipped: statuses.length - passed - failed }
}

/** The first failure with the command that repeats it alone; undefined if there is none. */
export function describeFirstFailure(
  results: readonly PackageResults[],
  root: string,
): string | undefined {
  const failure = firstFailure(results)
  if (failure === undefined) return undefined
  const where = [failure.file && path.relative(root, failure.file), failure.test]
    .filter((part) => part !== undefined)
    .join(' > ')
  return [
    `First failure: ${where === '' ? failure.package : where}`,
    ...failure.reason.split('\n').slice(0, MESSAGE_LINES),
    '',
    `Repeat it alone: ${repeatCommand(failure, results)}`,
  ].join('\n')
}

function firstFailure(results: readonly PackageResults[]): Failure | undefined {
  for (const { name, report } of results) {
    if (report === undefined) {
      const reason = 'The suite ended without a report.'
      return { package: name, file: undefined, test: undefined, reason }
    }
    for (const file of report.testResults) {
      if (isBroken(file)) {
        return { package: name, file: file.name, test: undefined, reason: file.message }
      }
      const test = file.assertionResults.find(({ status }) => status === 'failed')
      if (test === undefined) continue
      const title = [...test.ancestorTitles, test.title].join(' ')
      const reason = test.failureMessages.join('\n')
      return { package: name, file: file.name, test: title, reason }
    }
  }
  return undefined
}

function isBroken(file: VitestReport['testResults'][number]): boolean {
  return (
    file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')
  )
}

function repeatCommand(failure: Failure, results: readonly PackageResults[]): string {
  const command = ['npx', 'pnpm', '--filter', failure.package, 'exec', 'vitest', 'run']
  if (failure.file === undefined) return command.join(' ')
  const folder = results.find(({ name }) => name === failure.package)?.folder ?? ''
  const parts = failure.file.replaceAll(path.sep, '/').split(`/${folder}/`)
  command.push(parts.at(-1) ?? failure.file)
  if (failure.test !== undefined) command.push('-t', `"${failure.test.replaceAll('"', '.')}"`)
  return command.join(' ')
}
