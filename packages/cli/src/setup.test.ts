import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const FILES = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'packages/cli/bin/setup.mjs',
  'packages/cli/bin/project-node.mjs',
  'packages/cli/bin/kit.mjs',
  'packages/cli/bin/runtime.mjs',
]

/** A clone with nothing installed, whose path has a space and letters outside ASCII. */
function bareClone(): string {
  const clone = path.join(mkdtempSync(path.join(tmpdir(), 'five-pillars-')), 'mein Täglich')
  for (const file of FILES) {
    mkdirSync(path.dirname(path.join(clone, file)), { recursive: true })
    copyFileSync(path.join(ROOT, file), path.join(clone, file))
  }
  return clone
}

function setUp(clone: string, registry: string): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['packages/cli/bin/setup.mjs'], {
      cwd: clone,
      env: {
        ...process.env,
        npm_config_registry: registry,
        // An empty cache: nothing of this machine may help.
        npm_config_cache: path.join(clone, 'npm-cache'),
      },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', (status) => resolve({ status, said }))
  })
}

test('without a registry set-up says so and how to go on', { timeout: 30_000 }, async () => {
  // Accepts connections and never answers, which is worse than a refusal.
  const silent = createServer()
  const port = await new Promise<number>((resolve) => {
    silent.listen(0, '127.0.0.1', () => {
      const address = silent.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const clone = bareClone()
  const { status, said } = await setUp(clone, `http://127.0.0.1:${port}/`)
  silent.close()
  rmSync(path.dirname(clone), { recursive: true })
  expect(said).toContain('No package registry answered within 5 s.')
  expect(said).toContain('Set-up needs a package registry once.')
  expect(status).toBe(2)
})
