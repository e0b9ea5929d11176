import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import type { Kit } from '@five-pillars/learner'
import { expect } from 'vitest'

import { compiledOnce, projectNode } from '../serve-console.ts'

/** `learn`, in a process of its own that is typed to line by line. */
export interface LearnTerminal extends AsyncDisposable {
  /** Resolves once it has printed this since the last word was typed. */
  says(text: string): Promise<void>
  types(word: string): void
}

export function learnIn({ root }: Kit): LearnTerminal {
  const script = `
    import { flushCompileCache } from 'node:module'
    import { learnAtTerminal, openKit, roomSource } from '@five-pillars/learner'
    flushCompileCache()
    const root = ${JSON.stringify(root)}
    const kit = openKit({ root, cwd: root })
    const workingSources = [roomSource(kit)]
    await learnAtTerminal({ kit, color: false, openPage: async () => {}, workingSources })`
  const child = spawn(projectNode, ['--input-type=module', '--eval', script], {
    cwd: path.join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...compiledOnce, NO_COLOR: '1' },
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  return {
    says: (text) =>
      // Its lines are as wide as a terminal.
      expect.poll(() => said.replaceAll(/\s+/g, ' '), { timeout: PATIENCE_MS }).toContain(text),
    types(word) {
      said = ''
      child.stdin.write(`${word}\n`)
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A bound on hangs, on a machine that is busy. */
const PATIENCE_MS = 30_000
