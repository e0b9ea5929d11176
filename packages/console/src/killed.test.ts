import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { joinedSchema, learnerEventSchema, submissionSchema } from '@five-pillars/room'
import type { Joined, Submission } from '@five-pillars/room'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'

import { ROOT } from './testing/open-room.ts'

const CONSOLE = path.join(import.meta.dirname, 'testing/killed-console.ts')
const helloSchema = z.object({
  url: z.string(),
  roomCode: z.string(),
  hostKey: z.string(),
  port: z.number(),
})
const judgeSchema = z.object({ judge: z.number().nullable() })
const pidSchema = z.number().int()

interface Process extends z.infer<typeof helloSchema> {
  child: ChildProcess
}

/** Consoles that were started and not killed: none outlives a test that fails. */
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const { pid } of running) if (pid !== undefined) end(-pid)
})

async function start(folder: string, port: number): Promise<Process> {
  // The leader of its group, so that all of it can be killed at once.
  const child = fork(CONSOLE, [folder, String(port)], { detached: true, execArgv: [] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const [hello] = await once(child, 'message')
  return { child, ...helloSchema.parse(hello) }
}

async function kill(console: Process, whom: 'console' | 'judge' | 'group'): Promise<void> {
  const { child } = console
  if (whom === 'judge') {
    child.send('judge')
    const { judge } = judgeSchema.parse((await once(child, 'message'))[0])
    if (judge !== null) end(judge)
    return
  }
  const pid = pidSchema.parse(child.pid)
  process.kill(whom === 'group' ? -pid : pid, 'SIGKILL')
  await once(child, 'exit')
}

/** It may have been ended before, and the console has not heard of it yet. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** A learner's machine: it sends until it is told that it is there, and then may forget it. */
async function ask(
  console: Process,
  learner: Joined,
  address: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(new URL(address, console.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${learner.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}

/** Programs that are judged fast: none of them keeps its promises. */
async function sources(): Promise<readonly string[]> {
  const starter = await readFile(path.join(ROOT, 'exercises/truth/quorum/src/quorum.ts'), 'utf8')
  return Array.from({ length: 6 }, (_, index) => `${starter}\n// ${index}\n`)
}

test(
  'killed at any moment, nothing that was acknowledged is lost or judged into two results',
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'killed '))
    let console = await start(folder, 0)
    const { body } = await fetch(new URL('/api/join', console.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ request: randomUUID(), nickname: 'Ada', roomCode: console.roomCode }),
    }).then(async (response) => ({ body: joinedSchema.parse(await response.json()) }))
    const acknowledged = new Map<string, Submission>()
    const texts = await sources()

    async function send(source: string): Promise<void> {
      const id = randomUUID()
      const asked = { id, exercise: 'quorum', source, kit: body.kit }
      const answered = await ask(console, body, '/api/submissions', asked).catch(() => undefined)
      const told = submissionSchema.safeParse(answered)
      if (told.success) acknowledged.set(id, told.data)
    }

    // One of them is acknowledged in any case, however soon the first is killed.
    await send(texts[0] ?? '')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('console' as const, 'judge' as const, 'group' as const),
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 0, max: texts.length - 1 }),
        async (whom, afterMs, from) => {
          const { port } = console
          const sending = [...texts.slice(from), ...texts.slice(0, from)].map(send)
          await setTimeout(afterMs)
          await kill(console, whom)
          await Promise.all(sending)
          // At the same address: learners come back by themselves.
          if (whom !== 'judge') console = await start(folder, port)
          expect(console.port).toBe(port)
        },
      ),
      { numRuns: 3 },
    )

    expect(acknowledged.size).toBeGreaterThan(0)
    const results = await ends(console, body, [...acknowledged.keys()])
    for (const { standing } of results) expect(['judged', 'superseded']).toContain(standing.kind)
    // The same text has the same verdict, however often it was interrupted.
    const judged = results.filter(({ standing }) => standing.kind === 'judged')
    expect(judged.length).toBeGreaterThan(0)
    expect(await ends(console, body, [...acknowledged.keys()])).toEqual(results)
    await kill(console, 'group')
    await rm(folder, { recursive: true, force: true })
  },
)

/** Where all of them are, once none waits any more. */
async function ends(
  console: Process,
  learner: Joined,
  ids: readonly string[],
): Promise<Submission[]> {
  for (;;) {
    const all = await Promise.all(ids.map((id) => endOf(console, learner, id)))
    if (all.every(({ standing }) => standing.kind !== 'waiting' && standing.kind !== 'judging')) {
      return all
    }
    await nextEvent(console, learner)
  }
}

async function endOf(console: Process, learner: Joined, id: string): Promise<Submission> {
  for (;;) {
    const told = submissionSchema.safeParse(await ask(console, learner, `/api/submissions/${id}`))
    if (told.success) return told.data
    // Asked too often: there is nothing to hear of until that is over.
    await setTimeout(500)
  }
}

/** Waits until something is said of a submission that has come to its end. */
async function nextEvent(console: Process, learner: Joined): Promise<void> {
  const response = await fetch(new URL('/api/events', console.url), {
    headers: { authorization: `Bearer ${learner.token}` },
  })
  const lines = response.body?.pipeThrough(new TextDecoderStream()) ?? []
  for await (const chunk of lines) {
    for (const [, json = ''] of chunk.matchAll(/^data: (.*)$/gm)) {
      const event = learnerEventSchema.parse(JSON.parse(json))
      if (event.kind === 'submission' && event.submission.standing.kind !== 'judging') return
      if (event.kind === 'welcome') {
        const isOver = event.submissions.every(({ standing }) => standing.kind === 'judged')
        if (isOver) return
      }
    }
  }
}
