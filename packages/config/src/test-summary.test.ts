import { expect, test } from 'vitest'

import { describeFirstFailure, summarize } from './test-summary.ts'
import type { PackageResults, VitestReport } from './test-summary.ts'

type FileReport = VitestReport['testResults'][number]

function file(statuses: FileReport['assertionResults'][number]['status'][]): FileReport {
  return {
    name: '/clone/packages/a/src/a.test.ts',
    status: statuses.includes('failed') ? 'failed' : 'passed',
    message: '',
    assertionResults: statuses.map((status, index) => ({
      status,
      title: `test ${index}`,
      ancestorTitles: ['a'],
      failureMessages: status === 'failed' ? ['Error: 1 is not 2'] : [],
    })),
  }
}

function results(...files: FileReport[]): PackageResults[] {
  return [{ name: '@kit/a', folder: 'packages/a', report: { testResults: files } }]
}

test('passed, failed and skipped tests are counted over all files', () => {
  const counted = summarize(results(file(['passed', 'failed']), file(['passed', 'skipped'])))
  expect(counted).toEqual({ passed: 2, failed: 1, skipped: 1 })
})

test('a file that cannot be run counts as a failure', () => {
  const broken = { ...file([]), status: 'failed' as const, message: 'SyntaxError' }
  expect(summarize(results(broken))).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a package without a report counts as a failure and is named', () => {
  const silent = [{ name: '@kit/a', folder: 'packages/a', report: undefined }]
  expect(summarize(silent).failed).toBe(1)
  expect(describeFirstFailure(silent, '/clone')).toContain(
    'npx pnpm --filter @kit/a exec vitest run',
  )
})

test('the first failure comes with the command that repeats it alone', () => {
  expect(describeFirstFailure(results(file(['passed', 'failed'])), '/clone')).toBe(
    [
      'First failure: packages/a/src/a.test.ts > a test 1',
      'Error: 1 is not 2',
      '',
      'Repeat it alone: npx pnpm --filter @kit/a exec vitest run src/a.test.ts -t "a test 1"',
    ].join('\n'),
  )
})

test('nothing is described where all tests pass', () => {
  expect(describeFirstFailure(results(file(['passed'])), '/clone')).toBeUndefined()
})
