import { spawn, spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { unzipSync } from 'fflate'

/** Nobody listens there: with it for a proxy, nothing leaves this machine. */
const DEAD_END = 'http://127.0.0.1:9'

/** Where a machine lets anybody have a network of his own, that one has no way out at all. */
const unshared = ['unshare', '--net'] as const
const canUnshare =
  process.platform === 'linux' &&
  spawnSync(unshared[0], [...unshared.slice(1), 'true']).status === 0

/** Unpacks a zip as any tool would. */
export async function unpack(zip: string, folder: string): Promise<void> {
  for (const [name, content] of Object.entries(unzipSync(await readFile(zip)))) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script of a kit, without network. */
export function runOffline(
  kit: string,
  script: string,
  args: readonly string[] = [],
  node = process.execPath,
): Promise<Ran> {
  const command = [node, path.join('packages/cli/bin', script), ...args]
  const [program = '', ...rest] = canUnshare ? [...unshared, ...command] : command
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: kit,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NO_COLOR: '1',
        HTTP_PROXY: DEAD_END,
        HTTPS_PROXY: DEAD_END,
        npm_config_proxy: DEAD_END,
        npm_config_https_proxy: DEAD_END,
      },
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, ...said }))
  })
}
