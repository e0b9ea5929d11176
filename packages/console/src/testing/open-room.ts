import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { joinedSchema, submissionSchema } from '@five-pillars/room'
import type { Joined, Submission } from '@five-pillars/room'

import { openConsole } from '../open-console.ts'
import type { Console, ConsoleOptions } from '../open-console.ts'

export const ROOT = path.resolve(import.meta.dirname, '../../../..')

/** What a request of a test came to. */
export interface Answer {
  status: number
  headers: Headers
  /** JSON where it is JSON, else text. */
  body: unknown
}

/** A console on this machine, with ways to ask it. */
export interface Room extends AsyncDisposable {
  console: Console
  folder: string
  hostKey: string
  ask(
    method: string,
    address: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>
  join(nickname: string): Promise<Joined>
  submit(learner: Joined, exercise: string, source: string, id?: string): Promise<Submission>
  /** What was refused so far; the console is closed for it, and opened again. */
  refusedLines(): Promise<string[]>
  /** Closes the console and opens the same room again. */
  reopen(): Promise<void>
}

/** A room in a temporary folder, for tests; nothing is judged by default. */
export async function openRoom(options: Partial<ConsoleOptions> = {}): Promise<Room> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'room ö ')))
  const open = (): Promise<Console> =>
    openConsole({
      root: ROOT,
      port: 0,
      lanes: 0,
      pages: path.join(folder, 'pages'),
      ...options,
      folder,
    })
  let console = await open()

  const room: Room = {
    console,
    folder,
    hostKey: keyOf(console),
    async ask(method, address, { token, body, headers = {} } = {}) {
      const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      const response = await fetch(new URL(address, console.url), {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        redirect: 'manual',
        ...(sent === undefined ? {} : { body: sent }),
      })
      return {
        status: response.status,
        headers: response.headers,
        body: jsonOr(await response.text()),
      }
    },
    async join(nickname) {
      const { body } = await room.ask('POST', '/api/join', {
        body: { request: randomUUID(), nickname, roomCode: console.roomCode },
      })
      return joinedSchema.parse(body)
    },
    async submit(learner, exercise, source, id = randomUUID()) {
      const { body } = await room.ask('POST', '/api/submissions', {
        token: learner.token,
        body: { id, exercise, source, kit: learner.kit },
      })
      return submissionSchema.parse(body)
    },
    async refusedLines() {
      await room.reopen()
      return (await readFile(path.join(folder, 'refused.log'), 'utf8')).trimEnd().split('\n')
    },
    async reopen() {
      await console.close()
      console = await open()
      room.console = console
      room.hostKey = keyOf(console)
    },
    async [Symbol.asyncDispose]() {
      await console.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return room
}

function keyOf({ hostUrl }: Console): string {
  return new URL(hostUrl).hash.replace('#key=', '')
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
