import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { ConsoleError } from './console-error.ts'
import { pageFolder } from './page-files.ts'

/** How much of what a build said last an error repeats. */
const LAST_CHARACTERS = 2000

/** Builds the console's page where it is not built yet. Throws ConsoleError `page-not-built`. */
export async function buildPage(root: string, onBuild: () => void): Promise<void> {
  if (existsSync(path.join(pageFolder, 'host.html'))) return
  onBuild()
  const turbo = createRequire(path.join(root, 'package.json')).resolve('turbo/bin/turbo')
  const bin = path.join(root, 'node_modules/.bin')
  const child = spawn(process.execPath, [turbo, 'run', 'build', '--filter=@five-pillars/console'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
      TURBO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-LAST_CHARACTERS)
    })
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  if (code !== 0) throw new ConsoleError('page-not-built', said.trim())
}
