import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Behind the limit that the child keeps itself, on the memory of the whole process. */
const HEAP_MIB_MAX = 768

/** What a child may know of its surroundings: enough to start, nothing about the person. */
const PASSED_ON = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'] as const

export interface ChildOptions {
  /** What the process runs, relative to this file. */
  entry: '../child/main.ts' | '../replay/replay-main.ts'
  cwd: string
  seed: number
  /** Cases of each property; undefined leaves the suite's own number. */
  runs: number | undefined
}

/**
 * Starts the process in which one submission is judged: leader of its own group, no writing, no
 * processes, no network, a small heap and an empty environment.
 */
export function startChild({ entry, cwd, seed, runs }: ChildOptions): ChildProcess {
  return spawn(process.execPath, [...nodeFlags(), fileURLToPath(import.meta.resolve(entry))], {
    cwd,
    env: childEnvironment(process.env, seed, runs),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
    windowsHide: true,
  })
}

export function childEnvironment(
  own: NodeJS.ProcessEnv,
  seed: number,
  runs: number | undefined,
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { NO_COLOR: '1', TZ: 'UTC', FUZZ_SEED: String(seed) }
  if (runs !== undefined) env['FUZZ_RUNS'] = String(runs)
  for (const name of PASSED_ON) {
    const value = own[name]
    if (value !== undefined) env[name] = value
  }
  return env
}

function nodeFlags(): readonly string[] {
  return [
    '--no-warnings',
    '--experimental-vm-modules',
    // Values of the tests reach the submission, and with them `constructor.constructor`.
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${HEAP_MIB_MAX}`,
    '--permission',
    '--allow-fs-read=*',
    '--allow-worker',
    '--allow-addons',
  ]
}
