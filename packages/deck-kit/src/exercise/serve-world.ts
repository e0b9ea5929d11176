/** Runs in the worker: loads a learner's file and its world, and answers the stage. */
import type { Trace } from '@five-pillars/simulator'

import { complaintOf } from './complaint-of.ts'
import { worldOf } from './live-world.ts'
import type { LiveWorld } from './live-world.ts'
import { SEARCH_SEEDS } from './worker-messages.ts'
import type { Answer, Request, Wanted } from './worker-messages.ts'

/** How often a search says that it is still alive. */
const TELL_EVERY_MS = 100

export interface WorkerPort {
  post: (answer: Answer) => void
  onRequest: (act: (request: Request) => void) => void
}

/**
 * @param subject imports the learner's file; first, so that what is wrong with it is told as that
 * @param scenario imports the world around it
 */
export async function serveWorld(
  { post, onRequest }: WorkerPort,
  subject: () => Promise<unknown>,
  scenario: () => Promise<unknown>,
): Promise<void> {
  post({ kind: 'loading' })
  try {
    const world = worldOf(await subject(), await scenario())
    onRequest((request) => void answer(world, request, post))
    post({ kind: 'loaded' })
  } catch (error) {
    post({ kind: 'broken', complaint: complaintOf(error) })
  }
}

async function answer(world: LiveWorld, request: Request, post: WorkerPort['post']): Promise<void> {
  try {
    post(await done(world, request, post))
  } catch (error) {
    post({ kind: 'broken', complaint: complaintOf(error) })
  }
}

async function done(
  world: LiveWorld,
  { kind, ...wanted }: Request,
  post: WorkerPort['post'],
): Promise<Answer> {
  switch (kind) {
    case 'run':
      return { kind: 'trace', trace: await world.run(wanted) }
    case 'search':
      return search(world, wanted, post)
    case 'shrink':
      return shrink(world, wanted, post)
  }
}

async function shrink(world: LiveWorld, wanted: Wanted, post: WorkerPort['post']): Promise<Answer> {
  let toldAt = performance.now()
  let runs = 0
  const smallest = await world.shrink(wanted, () => {
    runs++
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    post({ kind: 'shrinking', runs })
  })
  return { kind: 'trace', ...smallest }
}

async function search(
  world: LiveWorld,
  { seed: from, changes }: Wanted,
  post: WorkerPort['post'],
): Promise<Answer> {
  let toldAt = performance.now()
  for (let seed = from; seed < from + SEARCH_SEEDS; seed += 1) {
    const trace: Trace = await world.run({ seed, changes })
    if (trace.findings.length > 0) return { kind: 'trace', trace }
    if (performance.now() - toldAt < TELL_EVERY_MS) continue
    toldAt = performance.now()
    post({ kind: 'searching', seed })
  }
  return { kind: 'unbroken', from, seeds: SEARCH_SEEDS }
}

/** A learner's file as a module. */
type Subject = Readonly<Record<string, unknown>>

/**
 * An exercise that is made of other exercises' files: its own module, which may bring parts of its
 * own, with theirs as `parts`.
 */
export async function withParts(
  own: Promise<Subject>,
  parts: Readonly<Record<string, Promise<Subject>>>,
): Promise<Subject> {
  const named = Object.entries(parts).map(async ([name, part]) => [name, await part] as const)
  const [subject, ...loaded] = await Promise.all([own, ...named])
  const brought = subject['parts']
  const instead = typeof brought === 'object' && brought !== null ? brought : {}
  return { ...subject, parts: { ...Object.fromEntries(loaded), ...instead } }
}

/** The port of the worker that this code runs in. */
export const ownPort: WorkerPort = {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  post: (message) => globalThis.postMessage(message),
  onRequest(act) {
    globalThis.addEventListener('message', ({ data }: MessageEvent<Request>) => act(data))
  },
}
