import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { serveLive } from './serve-live.ts'
import { root } from './stage.ts'

const FIXTURE = path.join(import.meta.dirname, '../fixtures/live')
/** Inside deck-kit, so that Slidev and the simulator are found from there. */
const CACHE = path.join(root, 'packages/deck-kit/.cache')
const SUBJECT = 'exercises/work/load-balancer/src/load-balancer.ts'

/** A workspace of its own: one deck with a live stage, and the learner's file that it plays. */
export interface LiveWorkspace extends AsyncDisposable {
  /** Where the deck is served. */
  url: string
  /** The learner's file as it was at first. */
  original: string
  /** Saves the learner's file. */
  save(source: string): void
  /** Ends what is served and serves a shorter cut of the deck; the address of that. */
  serveCut(minutes: number): Promise<string>
}

export async function liveWorkspace(): Promise<LiveWorkspace> {
  mkdirSync(CACHE, { recursive: true })
  const workspace = mkdtempSync(path.join(CACHE, 'live-'))
  cpSync(FIXTURE, workspace, { recursive: true })
  writeFileSync(path.join(workspace, 'pnpm-workspace.yaml'), 'packages: []\n')
  const deck = path.join(workspace, 'decks/live')
  let [server, url] = await serveLive(deck)
  return {
    url,
    original: readFileSync(path.join(FIXTURE, SUBJECT), 'utf8'),
    save: (source) => writeFileSync(path.join(workspace, SUBJECT), source),
    async serveCut(minutes) {
      await end(server)
      ;[server, url] = await serveLive(deck, minutes)
      return url
    },
    async [Symbol.asyncDispose]() {
      await end(server)
      rmSync(workspace, { recursive: true, force: true })
    },
  }
}

async function end(server: ChildProcess): Promise<void> {
  // It has nothing to save, and may be in the middle of bundling packages.
  server.kill('SIGKILL')
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
}
