import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'

import { childScript } from '../bundle/child-script.ts'

/** Behind the limit that the child keeps itself, on the memory of the whole process. */
const HEAP_MIB_MAX = 768

const packageDir = path.resolve(import.meta.dirname, '../..')

const isolatedVm = path.join(packageDir, 'node_modules/isolated-vm')
const besideIsolatedVm = path.dirname(realpathSync(isolatedVm))

/** The judge's own code, and the one package it runs on, by its link and where that leads to. */
const readable = [
  path.join(packageDir, 'src'),
  path.join(packageDir, 'package.json'),
  isolatedVm,
  besideIsolatedVm,
  realpathSync(path.join(besideIsolatedVm, 'node-gyp-build')),
  // By which its loader tells one Linux from another.
  '/etc/alpine-release',
]

/** What a child may know of its surroundings: enough to start, nothing about the person. */
const PASSED_ON = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'] as const

/**
 * Starts the process in which one submission is judged: leader of its own group, reading nothing but
 * its own code, no writing, no processes, no network, a small heap and an empty environment.
 */
export async function startChild(): Promise<ChildProcess> {
  const script = await childScript()
  return spawn(process.execPath, [...nodeFlags(), `--allow-fs-read=${script}`, script], {
    cwd: packageDir,
    env: childEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
    windowsHide: true,
  })
}

export function childEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { NO_COLOR: '1', TZ: 'UTC' }
  for (const name of PASSED_ON) {
    const value = own[name]
    if (value !== undefined) env[name] = value
  }
  return env
}

/** What the process may not do, besides what an isolate may not. */
export function nodeFlags(): readonly string[] {
  return [
    '--no-warnings',
    // isolated-vm needs it: a snapshot of Node's own start cannot be shared with an isolate.
    '--no-node-snapshot',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${HEAP_MIB_MAX}`,
    // Nearly all of a run's objects are short-lived: with room for them it takes a third less time.
    '--min-semi-space-size=32',
    '--max-semi-space-size=32',
    '--single-threaded-gc',
    '--permission',
    ...readable.map((folder) => `--allow-fs-read=${folder}`),
    '--allow-addons',
  ]
}
