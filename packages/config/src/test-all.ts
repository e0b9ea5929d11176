// `npm test`: every suite of the workspace through turbo's cache, then one line over all of them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import path from 'node:path'

import { describeFirstFailure, summarize } from './test-summary.ts'
import type { PackageResults } from './test-summary.ts'
import { workspacePackages } from './workspace.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * It takes the longest, and turbo would begin it last, once all decks are built for it: beside all
 * others it is done when they are. It waits for pages and servers more than it works.
 */
const LONGEST = '@five-pillars/e2e'
/** So much nicer the others are to it, since all wait for it in the end. */
const NICENESS = 3

process.exitCode = await testAll()

async function testAll(): Promise<number> {
  const packages = workspacePackages(root).filter((entry) => entry.scripts.includes('test'))
  const resultsOf = (folder: string): string => path.join(root, folder, '.vitest/results.json')
  // A suite that dies before it reports must not be counted by what it said last time.
  for (const entry of packages) rmSync(resultsOf(entry.folder), { force: true })

  const codes = await Promise.all([turboTest(LONGEST), turboTest(`!${LONGEST}`, NICENESS)])

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
  return codes.every((code) => code === 0) && total.failed === 0 ? 0 : 1
}

/** Runs the suites of a part of the workspace, and resolves to turbo's exit code. */
async function turboTest(filter: string, niceness = 0): Promise<unknown> {
  const turbo = path.join(root, 'node_modules/turbo/bin/turbo')
  const run = spawn(
    process.execPath,
    [
      turbo,
      'run',
      'test',
      `--filter=${filter}`,
      '--continue',
      '--output-logs=new-only',
      '--concurrency=2',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        // Suites start hundreds of processes, which load the same modules: each is compiled once.
        NODE_COMPILE_CACHE: path.join(root, '.cache/node'),
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
      },
    },
  )
  if (run.pid !== undefined) setPriority(run.pid, getPriority() + niceness)
  const [code] = await once(run, 'close')
  return code
}
