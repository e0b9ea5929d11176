import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'

import { expect, test } from 'vitest'

test('a reader that has seen enough is no error', async () => {
  const main = path.join(import.meta.dirname, 'main.ts')
  const env = { ...process.env, CI: 'true', NO_COLOR: '1' }
  const child = spawn(process.execPath, [main, '--help'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(complaint).toBe('')
  expect(code).toBe(0)
})
