import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { oneDay } from '@five-pillars/content'
import { afterAll, describe, expect, test } from 'vitest'

import { compiledOnce, projectNode } from './serve-console.ts'
import { root } from './stage.ts'

const MAIN = path.join(root, 'packages/cli/src/main.ts')

const bench = await mkdtemp(path.join(tmpdir(), 'host verb '))
const room = path.join(bench, 'room')
const agenda = path.join(bench, 'day.json')
const running = new Set<ChildProcess>()

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(bench, { recursive: true, force: true })
})

/** `npx five-pillars host`, as somebody types it. */
function typed(...words: readonly string[]): { child: ChildProcess; said: () => string } {
  const child = spawn(projectNode, [MAIN, 'host', '--room', room, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...compiledOnce, CI: 'true', NO_COLOR: '1' },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  return { child, said: () => said }
}

/** What its terminal says once it is open, and the way to end it. */
async function opened(...words: readonly string[]): Promise<{
  child: ChildProcess
  url: string
  code: string
  key: string
}> {
  const { child, said } = typed(...words, '--no-open')
  await expect.poll(said, { timeout: 60_000 }).toContain('Stop with Ctrl-C.')
  const {
    url = '',
    code = '',
    key = '',
  } = /join {3}npx five-pillars join (?<url>\S+)\nRoom code {7}(?<code>\w+)\nYour page {7}\S+\/host#key=(?<key>\S+)\n/.exec(
    said(),
  )?.groups ?? {}
  expect(said().split(key)).toHaveLength(2)
  return { child, url, code, key }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit')
  child.kill(signal)
  const [status] = await exit
  return typeof status === 'number' ? status : null
}

async function view(url: string, key: string): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(new URL('/api/host/view', url), { headers })
  return { status: answer.status, text: await answer.text() }
}

async function done(...words: readonly string[]): Promise<{ status: unknown; text: string }> {
  const { child, said } = typed(...words)
  const [status] = await once(child, 'exit')
  return { status, text: said() }
}

describe('the command that opens a room', { timeout: 120_000 }, () => {
  let key = ''
  let code = ''
  let port = ''

  test('prints the key once, and opens the day of a file', async () => {
    const [block, ...others] = oneDay.blocks
    await writeFile(
      agenda,
      JSON.stringify({ ...oneDay, blocks: [{ ...block, title: 'Hello' }, ...others] }),
    )
    const { child, ...first } = await opened('--port', '0', '--name', 'Autumn', '--agenda', agenda)
    ;({ key, code } = first)
    port = new URL(first.url).port
    const { status, text } = await view(first.url, key)
    expect([status, JSON.parse(text).room.name]).toEqual([200, 'Autumn'])
    expect(text).toContain('"title":"Hello"')
    const joined = await fetch(new URL('/api/join', first.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ request: randomUUID(), nickname: 'Ada', roomCode: code }),
    })
    expect(joined.status).toBe(201)
    await ended(child, 'SIGKILL')
  })

  test('after kill -9 opens the same room at the same place, and prints another key', async () => {
    const again = await opened()
    expect([again.code, new URL(again.url).port]).toEqual([code, port])
    expect((await view(again.url, key)).status).toBe(401)
    const { status, text } = await view(again.url, again.key)
    expect([status, JSON.parse(text).learners[0].nickname]).toEqual([200, 'Ada'])
    expect(await ended(again.child, 'SIGINT')).toBe(0)
  })

  test('exports what the day left, and forgets it when the name is right', async () => {
    const out = path.join(bench, 'out')
    expect(await done('--export', out)).toMatchObject({
      status: 0,
      text: expect.stringContaining('Begin with report.md.'),
    })
    expect(await readdir(out)).toEqual(
      expect.arrayContaining([
        'certificates',
        'learners',
        'learners.csv',
        'report.md',
        'room.json',
      ]),
    )
    expect(await done('--forget', '--confirm', 'Spring')).toMatchObject({ status: 2 })
    const forgotten = await done('--forget', '--confirm', 'Autumn')
    expect(forgotten.text).toContain('none is left')
    expect(forgotten.status).toBe(0)
    for (const name of await readdir(room)) {
      expect(await readFile(path.join(room, name), 'latin1')).not.toContain('Ada')
    }
  })
})
