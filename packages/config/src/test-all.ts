// `npm test`: every suite of the workspace through turbo's cache, then one line over all of them.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import { describeFirstFailure, summarize } from './test-summary.ts'
import type { PackageResults } from './test-summary.ts'
import { workspacePackages } from './workspace.ts'

const root = path.resolve(import.meta.dirname, '../../..')
process.exitCode = testAll()

function testAll(): number {
  const packages = workspacePackages(root).filter((entry) => entry.scripts.includes('test'))
  const resultsOf = (folder: string): string => path.join(root, folder, '.vitest/results.json')
  // A suite that dies before it reports must not be counted by what it said last time.
  for (const entry of packages) rmSync(resultsOf(entry.folder), { force: true })

  const turbo = path.join(root, 'node_modules/turbo/bin/turbo')
  const env = {
    // Suites start hundreds of processes, which load the same modules: each is compiled once.
    NODE_COMPILE_CACHE: path.join(root, '.cache/node'),
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
  }
  const run = spawnSync(
    process.execPath,
    [turbo, 'run', 'test', '--continue', '--output-logs=new-only', '--concurrency=2'],
    { cwd: root, stdio: 'inherit', env },
  )

  const results: PackageResults[] = packages.map((entry) => ({
    ...entry,
    report: existsSync(resultsOf(entry.folder))
      ? JSON.parse(readFileSync(resultsOf(entry.folder), 'utf8'))
      : undefined,
  }))
  const total = summarize(results)
  const failure = describeFirstFailure(results, root)
  if (failure !== undefined) console.log(`\n${failure}`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
  return run.status === 0 && total.failed === 0 ? 0 : 1
}
