import fc from 'fast-check'

import { buildPage } from '../src/build-page.ts'
import { malformedRequest } from '../src/http/malformed-request.ts'
import { routes } from '../src/http/routes.ts'
import { memoryMib, startConsole } from '../src/testing/console-process.ts'
import type { ConsoleHello } from '../src/testing/console-process.ts'
import { flood } from '../src/testing/flood.ts'
import { ROOT } from '../src/testing/open-room.ts'
import { joinRoom } from '../src/testing/wire-learner.ts'
import { counted, listWrong, note, tell } from './part.ts'
import type { Part } from './part.ts'

const REQUESTS = 100_000
const SHORT_REQUESTS = 2000
/** Made together, so that no more of them are in memory. */
const BATCH = 1000
/** Connections at a time. */
const TOGETHER = 50
/** So many that few are refused for coming too often: that would try the first door alone. */
const LEARNERS = 200
const HOST_PAGES = 200
/** Linux answers at all addresses of its own network; elsewhere all come from one. */
const ADDRESSES = process.platform === 'linux' ? 200 : 0

/** A hundred thousand requests that begin as requests of a route, and go wrong somewhere. */
export async function benchMalformed({ folder, seed, isShort }: Part): Promise<void> {
  const count = isShort ? SHORT_REQUESTS : REQUESTS
  await buildPage(ROOT, () => note('first', "the console's page is built"))
  const room = startConsole(folder)
  try {
    const hello = await room.hello
    const proofs = await proofsOf(hello)
    const host = `127.0.0.1:${hello.port}`
    const one = malformedRequest({ routes: asked, proofs, host })
    let hasEnded = false
    void room.ended.then(() => (hasEnded = true))
    const beganAt = performance.now()
    const flooded = await flood({
      port: hello.port,
      requests: batches(one, count, seed),
      together: TOGETHER,
      isPatient: true,
      from: Array.from({ length: ADDRESSES }, (_, index) => `127.0.1.${index + 1}`),
    })
    const seconds = (performance.now() - beganAt) / 1000
    const bad = [...flooded.statuses].filter(([status]) => status >= 500)
    note('sent', `${flooded.sent} in ${seconds.toFixed(0)} s`)
    note('answered', counted(flooded.statuses))
    tell('answers of 5xx', counted(new Map(bad)) || '0', bad.length === 0, '0')
    const { unanswered } = flooded
    tell('ended without an answer', `${unanswered.length}`, unanswered.length === 0, '0')
    tell('requests that hang', `${flooded.hung.length}`, flooded.hung.length === 0, '0')
    tell('crashes', hasEnded ? '1' : '0', !hasEnded, '0')
    const isWell = await isInOrder(hello)
    tell('in order afterwards', isWell ? 'yes' : 'no', isWell, 'yes')
    note('the console, at most', `${memoryMib(room.pid).most} MiB`)
    listWrong('hung', flooded.hung)
    listWrong('without an answer', unanswered)
    if (room.said() !== '') console.error(room.said())
  } finally {
    await room.kill('group')
  }
}

/** Whoever leaves has no token any more: after some of these nobody would be let in. */
const { leave: _leave, ...others } = routes
const asked = Object.values(others)

/** Headers of learners and of the host's pages, of somebody whom nobody knows, and none. */
async function proofsOf(hello: ConsoleHello): Promise<readonly string[]> {
  const proofs: string[] = []
  for (let index = 0; index < LEARNERS; index += 1) {
    proofs.push(`authorization: Bearer ${(await joinRoom(hello, `Learner ${index}`)).token}`)
  }
  for (let index = 0; index < HOST_PAGES; index += 1) proofs.push(`cookie: ${await enter(hello)}`)
  return [...proofs, `authorization: Bearer ${'A'.repeat(43)}`, '']
}

async function enter({ url, hostKey }: ConsoleHello): Promise<string> {
  const { headers } = await fetch(new URL('/api/host/enter', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: hostKey }),
  })
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

function* batches(one: fc.Arbitrary<Buffer>, count: number, seed: number): Generator<Buffer> {
  for (let done = 0; done < count; done += BATCH) {
    yield* fc.sample(one, { numRuns: Math.min(BATCH, count - done), seed: seed + done })
  }
}

/** Whether the host still sees the room, and no trouble. */
async function isInOrder({ url, hostKey }: ConsoleHello): Promise<boolean> {
  const response = await fetch(new URL('/api/host/view', url), {
    headers: { authorization: `Bearer ${hostKey}` },
  }).catch(() => undefined)
  if (response?.ok !== true) return false
  const view: { troubles: readonly unknown[] } = JSON.parse(await response.text())
  return view.troubles.length === 0
}
