import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { z } from 'zod'

import { ROOT } from './open-room.ts'

const CONSOLE = path.join(import.meta.dirname, 'killed-console.ts')

const helloSchema = z.object({
  url: z.string(),
  roomCode: z.string(),
  hostKey: z.string(),
  port: z.number(),
})
const judgeSchema = z.object({ judge: z.number().nullable() })

/** What a console says of itself once it listens. */
export type ConsoleHello = z.infer<typeof helloSchema>

/** Whom a kill -9 hits: the console alone, its judge alone, or all of their processes at once. */
export type Victim = 'console' | 'judge' | 'group'

/** A console in a process of its own, the leader of a group with its judge. */
export interface ConsoleProcess {
  readonly pid: number
  /** Rejects when it ends before it listens. */
  readonly hello: Promise<ConsoleHello>
  /** Resolves when it ends, whatever ended it. */
  readonly ended: Promise<void>
  /** All that it wrote to its terminal so far. */
  readonly said: () => string
  /** Returns whether there was anybody to be killed: a judge begins with the first submission. */
  kill(whom: Victim): Promise<boolean>
}

interface StartOptions {
  /** 0 for any free one. */
  readonly port?: number
  /** Submissions that are judged at a time. */
  readonly lanes?: number
}

/** Starts a console for the room of a folder. */
export function startConsole(
  folder: string,
  { port = 0, lanes = 1 }: StartOptions = {},
): ConsoleProcess {
  const child = fork(CONSOLE, [folder, String(port), String(lanes)], {
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // As the command has it: a console is started again and again here.
    env: { NODE_COMPILE_CACHE: path.join(ROOT, '.cache/node'), ...process.env },
  })
  const pid = z.number().int().parse(child.pid)
  let said = ''
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()))
  const ended = endOf(child)
  const hello = firstMessage(child, ended, () => said)
  // Who kills it before it listens has no use for that.
  hello.catch(() => {})
  return {
    pid,
    hello,
    ended,
    said: () => said,
    async kill(whom) {
      const victim = whom === 'judge' ? await judgeOf(child, ended) : whom === 'group' ? -pid : pid
      if (victim === null || !isKilled(victim)) return false
      if (whom !== 'judge') await ended
      return true
    },
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  await once(child, 'exit')
}

async function firstMessage(
  child: ChildProcess,
  ended: Promise<void>,
  said: () => string,
): Promise<ConsoleHello> {
  const first: unknown[] | undefined = await Promise.race([
    once(child, 'message'),
    ended.then(nothing),
  ])
  if (first === undefined) throw new Error(`The console ended before it listened:\n${said()}`)
  return helloSchema.parse(first[0])
}

function nothing(): undefined {}

/** Null while there is none. */
async function judgeOf(child: ChildProcess, ended: Promise<void>): Promise<number | null> {
  if (!child.connected) return null
  const answer = once(child, 'message')
  child.send('judge')
  const first: unknown[] | undefined = await Promise.race([answer, ended.then(nothing)])
  return first === undefined ? null : judgeSchema.parse(first[0]).judge
}

function isKilled(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
    return false
  }
}

/** Memory that a process has in use, and the most that it ever had, in MiB; 0 where no system tells. */
export function memoryMib(pid: number): { now: number; most: number } {
  const status = textOf(`/proc/${pid}/status`)
  const mib = (field: string): number =>
    Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024)
  return { now: mib('VmRSS'), most: mib('VmHWM') }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
