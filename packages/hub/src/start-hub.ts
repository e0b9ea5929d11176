import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'

import { createApp } from './app.ts'
import { Builds } from './builds.ts'
import type { BuildDeck } from './builds.ts'
import type { DeckId } from './deck-routes.ts'
import { once } from './once.ts'
import type { DeckPdfs } from './pdf/deck-pdfs.ts'
import type { LearnerStanding } from './progress/learner-standing.ts'
import { shelf } from './shelf.ts'

const HOST = '127.0.0.1'
const DEFAULT_PORT = 3030
/** How many ports after the asked one are tried when it is taken. */
const MAX_PORTS = 20
const LAST_PORT = 65_535

export interface HubOptions {
  /** The repository's folder. */
  root: string
  /** The port to listen on, default 3030; 0 takes any free one. */
  port?: number
  /** Builds every deck ahead, one after another, in the order of the list. */
  build?: boolean
  /** Builds one deck; tests pass their own. */
  buildDeck?: BuildDeck<DeckId>
  /** Builds the scripts of the pages; tests pass their own. */
  buildIslands?: (signal: AbortSignal) => Promise<void>
  /** Where the learner of this folder is; without it no progress is shown. */
  standing?: () => Promise<LearnerStanding>
  /** The decks on paper; without them no card has a PDF. */
  pdfs?: DeckPdfs
}

export interface Hub {
  url: string
  /** Another one than asked for when that was taken. */
  port: number
  /** Stops listening, ends every stream, and ends the build that runs with all its children. */
  close(): Promise<void>
}

/** Starts the hub on this machine only; a taken port is passed over for the next free one. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { root, port: asked = DEFAULT_PORT, build = false } = options
  const ids = shelf.decks.map((deck) => deck.id)
  const builds = new Builds(ids, options.buildDeck ?? turboBuild(root))
  const islands = once(() => (options.buildIslands ?? turboBuildIslands(root))(builds.closing))
  const { standing, pdfs } = options
  const app = createApp({ root, shelf, builds, islands, standing, pdfs })
  const { server, port } = await listen(app.fetch, asked)
  // Pages without their scripts can be read: a failure shows where a script is asked for.
  if (build) void settled(islands()).then(() => builds.enqueue(ids))
  return {
    url: `http://${HOST}:${port}/`,
    port,
    async close() {
      const stopped = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      if ('closeAllConnections' in server) server.closeAllConnections()
      await Promise.all([stopped, builds.close()])
    },
  }
}

async function settled(promise: Promise<void>): Promise<void> {
  await Promise.allSettled([promise])
}

function turboBuild(root: string): BuildDeck<DeckId> {
  return async ({ deck, signal, onProgress }) => {
    // Loaded with the first build, not with the hub: the page is up sooner.
    const { buildDecks } = await import('@five-pillars/deck-kit/build')
    await buildDecks({ root, decks: [deck], signal, onProgress })
  }
}

function turboBuildIslands(root: string): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    const { buildDecks } = await import('@five-pillars/deck-kit/build')
    await buildDecks({ root, decks: [], packages: ['@five-pillars/hub'], signal })
  }
}

type Fetch = Parameters<typeof serve>[0]['fetch']

async function listen(fetch: Fetch, asked: number): Promise<{ server: ServerType; port: number }> {
  const last = Math.min(asked + MAX_PORTS - 1, LAST_PORT)
  for (let port = asked; port <= last; port += 1) {
    const listening = await listenOn(fetch, port)
    if (listening !== undefined) return listening
  }
  throw new NoFreePort(asked, last)
}

/** `undefined` when the port is taken. */
function listenOn(
  fetch: Fetch,
  port: number,
): Promise<{ server: ServerType; port: number } | undefined> {
  return new Promise((resolve, reject) => {
    // Others in this process keep the `Response` that they know: their answers are told from it.
    const options = { fetch, port, hostname: HOST, overrideGlobalObjects: false }
    const server = serve(options, (info) => resolve({ server, port: info.port }))
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
  })
}

/** Every port that was tried is taken. */
export class NoFreePort extends Error {
  readonly code = 'no-free-port'
  readonly title = 'No port is free.'
  readonly fix = 'Choose another one, for example: PORT=4000 npm start'

  constructor(first: number, last: number) {
    super(first === last ? `Port ${first} is taken.` : `Ports ${first} to ${last} are taken.`)
    this.name = 'NoFreePort'
  }
}
