import { mkdir, cp, symlink } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import { exerciseBySlug } from '@five-pillars/content'
import { spawn } from '@lydell/node-pty'
import type { IPty } from '@lydell/node-pty'

import { temporaryKit } from '../kit/temporary-kit.ts'
import type { TemporaryKit } from '../kit/temporary-kit.ts'

const packages = path.resolve(import.meta.dirname, '../../..')

/** So long may a screen take on a busy machine: a bound on hangs, not on speed. */
const SCREEN_TIMEOUT_MS = 20_000

/** A kit with several exercises, whose open checks run as in a kit that was set up. */
export async function wholeKit(first: string, ...others: readonly string[]): Promise<TemporaryKit> {
  const folder = await temporaryKit(first)
  const { root } = folder.kit
  for (const slug of others) {
    const { path: exercise } = exerciseBySlug(slug)
    await cp(path.join(packages, '..', exercise), path.join(root, exercise), {
      recursive: true,
      filter: (source) => !/[/\\](?:node_modules|hidden|\.\w+)$/.test(source),
    })
  }
  const modules = path.join(root, 'node_modules/@five-pillars')
  await mkdir(modules, { recursive: true })
  for (const name of ['config', 'simulator', 'suite']) {
    await symlink(path.join(packages, name), path.join(modules, name), 'junction')
  }
  return folder
}

/** A companion in a pseudo-terminal, and somebody who looks at it. */
export interface Played extends AsyncDisposable {
  /** Resolves with the screen as soon as it shows all of these texts. */
  sees(...texts: readonly string[]): Promise<string>
  press(keys: string): void
  resize(columns: number, rows: number): void
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** The same, at its first answer to something: in the middle of doing it. */
  killIn(something: () => Promise<void> | void): Promise<void>
  /** Resolves with the exit code. */
  ended(): Promise<number>
}

export function play(root: string, env: Readonly<Record<string, string>> = {}): Played {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'played-learner.ts'), root, '// it works\n'],
    {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      cwd: root,
      env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', TERM: 'xterm-256color', ...env },
    },
  )
  return look(child)
}

/** Looks at what a program shows in its pseudo-terminal, and presses its keys. */
export function look(child: IPty): Played {
  let written = ''
  let onLook: (() => void) | undefined
  let isEnded = false
  const ended = new Promise<number>((resolve) => {
    child.onExit(({ exitCode }) => {
      isEnded = true
      resolve(exitCode)
    })
  })
  child.onData((text) => {
    written += text
    onLook?.()
  })
  /** All that was written since the screen was drawn from its first line on. */
  const screen = (): string =>
    stripVTControlCharacters(written.slice(Math.max(0, written.lastIndexOf('\u001B[H'))))
  const kill = async (): Promise<void> => {
    if (!isEnded) child.kill('SIGKILL')
    await ended
  }
  return {
    sees(...texts) {
      return new Promise((resolve, reject) => {
        const isThere = (): void => {
          const now = screen()
          if (!texts.every((text) => now.includes(text))) return
          clearTimeout(timer)
          onLook = undefined
          resolve(now)
        }
        const timer = setTimeout(() => {
          reject(new Error(`The screen does not show ${JSON.stringify(texts)}:\n${screen()}`))
        }, SCREEN_TIMEOUT_MS)
        onLook = isThere
        isThere()
      })
    },
    press(keys) {
      // What is on the screen before the key is pressed is no answer to it.
      written = ''
      child.write(keys)
    },
    resize: (columns, rows) => {
      written = ''
      child.resize(columns, rows)
    },
    kill,
    async killIn(something) {
      written = ''
      await something()
      if (written === '') await new Promise<void>((resolve) => (onLook = resolve))
      await kill()
    },
    ended: () => ended,
    [Symbol.asyncDispose]: kill,
  }
}
