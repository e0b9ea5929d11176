import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { childEnvironment } from '../run/start-child.ts'
import type { Compiled } from './compile.ts'
import type { Outcome, Source } from './compile-main.ts'
import { refuse } from './read-submission.ts'
import type { Refusal } from './read-submission.ts'

/** Far above every solution, far below what the parser's stack or patience can take. */
const CHARACTERS_MAX = 10_000
const OPENED_MAX = 500

const COMPILE_TIMEOUT_MS = 5000

/**
 * True for a text that the parser may be given in this process. A parser descends into what it reads:
 * with some thousands of brackets in each other its stack is full, which ends the whole process, and
 * some of them it reads again for each level.
 */
export function isHarmless(source: string): boolean {
  return source.length <= CHARACTERS_MAX && (source.match(/[([{<]/g) ?? []).length <= OPENED_MAX
}

/** Compiles in a process of its own, which may crash or hang instead of this one. */
export function compileApart(source: string, name: string): Promise<Compiled | Refusal> {
  const { promise, resolve } = Promise.withResolvers<Compiled | Refusal>()
  const child = fork(fileURLToPath(import.meta.resolve('./compile-main.ts')), {
    env: childEnvironment(process.env),
    execArgv: [],
    stdio: 'ignore',
    timeout: COMPILE_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  })
  child.once('message', (outcome: Outcome) => resolve(outcome.compiled))
  child.once('error', () => resolve(tooDeep))
  child.once('close', () => resolve(tooDeep))
  child.send({ source, name } satisfies Source, () => {})
  return promise
}

const tooDeep = refuse('does-not-compile', 'The file is nested too deeply to be read.')
