import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, test } from 'vitest'

import { refuseChangedStarters } from './changed-starters.ts'

test('a starter that differs from what was committed is not packed', async () => {
  const clone = mkdtempSync(path.join(tmpdir(), 'starters-'))
  const git = (...args: string[]): string => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
    return execFileSync('git', [...who, ...args], { cwd: clone, encoding: 'utf8' })
  }
  const starter = path.join(clone, 'exercises/truth/quorum/src/quorum.ts')
  mkdirSync(path.dirname(starter), { recursive: true })
  writeFileSync(starter, '// TODO: write it\n')
  await refuseChangedStarters(clone)
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'start')
  await refuseChangedStarters(clone)

  writeFileSync(starter, '// TODO: write it\n// half of my solution\n')
  const packed = refuseChangedStarters(clone)
  await expect(packed).rejects.toMatchObject({
    code: 'starter-changed',
    message: expect.stringContaining('exercises/truth/quorum/src/quorum.ts differs'),
  })
  rmSync(clone, { recursive: true })
})
