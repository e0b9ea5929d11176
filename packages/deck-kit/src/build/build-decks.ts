import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'

import type { DeckId } from '@five-pillars/content'

import { DeckBuildFailed } from './deck-build-failed.ts'
import { endTree } from './end-tree.ts'
import { readTurboLine } from './read-turbo-line.ts'
import type { DeckProgress } from './read-turbo-line.ts'

export { DeckBuildFailed } from './deck-build-failed.ts'
export type { DeckProgress } from './read-turbo-line.ts'

export interface BuildOptions {
  /** Folder of the repository. */
  root: string
  decks: readonly DeckId[]
  /** Other packages of the workspace that are built in the same go, by name. */
  packages?: readonly string[] | undefined
  /** `single`: each deck as one file, in `decks/<id>/dist-single`. Default `build`, in `dist`. */
  task?: 'build' | 'single' | undefined
  /** Ends the build and every process that it started. */
  signal?: AbortSignal
  /** Called with each step of each deck; what was built before is done at once. */
  onProgress?: (progress: DeckProgress) => void
}

/** Blank lines and the stacks of tools, which tell an author nothing. */
const NOISE = /^[^:]*(?::\w+:)?\s*(?:at .*)?$/

/** How many of the tools' last lines a failure repeats. */
const LAST_LINES = 20

/**
 * Builds decks with their diagrams, by turbo: nothing is built twice.
 *
 * @throws DeckBuildFailed with the tools' last lines; the signal's reason when it was aborted.
 */
export async function buildDecks(options: BuildOptions): Promise<void> {
  const { root, decks, packages = [], task = 'build', signal, onProgress } = options
  const names = [...decks.map((deck) => `@five-pillars/deck-${deck}`), ...packages]
  signal?.throwIfAborted()
  if (names.length === 0) return
  const child = startTurbo(root, task, names)
  const end = (): void => endTree(child)
  signal?.addEventListener('abort', end)
  process.once('exit', end)
  try {
    const lines: string[] = []
    await Promise.all([child.stdout, child.stderr].map((stream) => read(stream, lines, onProgress)))
    const code = await exitOf(child)
    signal?.throwIfAborted()
    if (code !== 0) throw new DeckBuildFailed([...decks, ...packages], lines.slice(-LAST_LINES))
  } finally {
    signal?.removeEventListener('abort', end)
    process.removeListener('exit', end)
  }
}

type Turbo = ChildProcessByStdio<null, Readable, Readable>

function startTurbo(root: string, task: string, names: readonly string[]): Turbo {
  const turbo = createRequire(path.join(root, 'package.json')).resolve('turbo/bin/turbo')
  const filters = names.map((name) => `--filter=${name}`)
  const args = ['run', task, ...filters, '--ui=stream', '--log-order=stream']
  const bin = path.join(root, 'node_modules/.bin')
  return spawn(process.execPath, [turbo, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
      TURBO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
  })
}

async function read(
  stream: Readable,
  lines: string[],
  onProgress: BuildOptions['onProgress'],
): Promise<void> {
  for await (const raw of createInterface({ input: stream })) {
    const line = stripVTControlCharacters(raw)
    if (!NOISE.test(line)) lines.push(line)
    const progress = readTurboLine(line)
    if (progress !== undefined) onProgress?.(progress)
  }
}

async function exitOf(child: Turbo): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return await new Promise((resolve, reject) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', reject)
  })
}
