import { mkdirSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'

import { getRequestListener } from '@hono/node-server'
import { oneDay } from '@five-pillars/content'

import { putOnSlides } from './acts/show.ts'
import type { Agenda } from './agenda/clock.ts'
import { buildDesk, defaultLanes, noteDisk } from './build-desk.ts'
import { ConsoleError } from './console-error.ts'
import { playAll } from './game-day/act.ts'
import { createApp } from './http/app.ts'
import { createDoor } from './http/door.ts'
import { Rates } from './http/rates.ts'
import { ViewFeed } from './http/view-feed.ts'
import { judgeLink } from './queue/judge-link.ts'
import { pageFolder } from './page-files.ts'
import { roomView } from './room/room-view.ts'
import { screenView } from './room/screen-view.ts'
import { newToken } from './secrets.ts'
import { Database } from './store/database.ts'
import type { DiskListener } from './store/database.ts'
import { putDocument, readDocument } from './store/documents.ts'

const LOOPBACK = '127.0.0.1'
const DEFAULT_PORT = 4200
/** How many ports after the asked one are tried when it is taken. */
const MAX_PORTS = 20

export interface ConsoleOptions {
  /** The repository's folder. */
  readonly root: string
  /** Where the room's day is kept; made where it is not there. */
  readonly folder: string
  /** Default: the one that this room had before, or 4200, or one after it; 0 takes any free one. */
  readonly port?: number
  /** The address to listen on, default this machine alone: only what the host has confirmed. */
  readonly hostname?: string
  /** How learners reach this console, where something else stands before it. */
  readonly publicUrl?: string
  /** What a new room is called, and its day. */
  readonly name?: string
  readonly agenda?: Omit<Agenda, 'version'>
  /** Submissions that are judged at a time; default: all cores but one. */
  readonly lanes?: number
  /** Where the built pages are; default: the console's own. */
  readonly pages?: string
  /** Opens the room's file. */
  readonly openDatabase?: (file: string, onDisk: DiskListener) => Database
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

export interface Console {
  /** What learners join. */
  readonly url: string
  /** The host's page, with the key in it: for the terminal, once. */
  readonly hostUrl: string
  readonly roomCode: string
  readonly port: number
  /** Process id of the judge; undefined while there is none. */
  readonly judgePid: number | undefined
  /** Ends every stream and the judge; what was acknowledged is judged at the next start. */
  close(): Promise<void>
}

/**
 * Opens a room: a new one, or the one of that folder as it was, whatever ended it.
 *
 * @throws ConsoleError when the room cannot be opened, or no port is free
 */
export async function openConsole(options: ConsoleOptions): Promise<Console> {
  const { folder, hostname = LOOPBACK, lanes = defaultLanes(), now = Date.now } = options
  makeFolder(folder)
  let onDisk: DiskListener = () => {}
  const open = options.openDatabase ?? openDatabase
  const db = open(path.join(folder, 'room.sqlite'), (why) => onDisk(why))
  const judge = judgeLink(path.join(folder, 'judging'), lanes)
  let port = 0
  const place = (): { address: string; isLoopback: boolean } => ({
    address: options.publicUrl ?? `http://${hostname}:${port}`,
    isLoopback: options.publicUrl === undefined && hostname === LOOPBACK,
  })
  const desk = await buildDesk({
    db,
    root: options.root,
    folder,
    judge,
    lanes,
    name: options.name ?? 'Five Pillars',
    agenda: { ...(options.agenda ?? oneDay), version: 1 },
    pages: options.pages ?? pageFolder,
    now,
    place,
  })
  onDisk = (why) => noteDisk(desk, why)
  const hostKey = newToken()
  const hostFeed = new ViewFeed(desk.bell, () => roomView(desk))
  const screenFeed = new ViewFeed(desk.bell, () => screenView(desk))
  const closing = new AbortController()
  const keyRates = new Rates(WRONG_KEYS_A_SECOND, WRONG_KEYS_BURST)
  const app = createApp({
    desk,
    hostKey,
    root: options.root,
    closing: closing.signal,
    hostFeed,
    screenFeed,
    keyRates,
  })
  const listener = getRequestListener(app.fetch)
  const server = createDoor({
    isOwnHost: (host) => ownHosts(hostname, port, options.publicUrl).has(host.toLowerCase()),
    refusals: desk.refusals,
    answer: (incoming, outgoing) => void listener(incoming, outgoing),
  })
  try {
    port = await listen(server, hostname, options.port ?? readDocument(db, 'address')?.port)
    db.write(() => putDocument(db, 'address', { port }))
  } catch (error) {
    judge.close()
    db.close()
    throw error
  }
  desk.judging.fill()
  void playAll(desk)
  void putOnSlides(desk)
  const { address } = place()
  return {
    url: address,
    hostUrl: `http://${hostname}:${port}/host#key=${hostKey}`,
    roomCode: desk.state.code,
    port,
    get judgePid() {
      return judge.pid
    },
    async close() {
      closing.abort()
      desk.judging.close()
      judge.close()
      hostFeed.close()
      screenFeed.close()
      await stopped(server)
      await desk.refusals.flush()
      db.close()
    },
  }
}

function openDatabase(file: string, onDisk: DiskListener): Database {
  return new Database(file, onDisk)
}

/** Wrong keys of one machine: five at once, and then one in ten seconds. */
const WRONG_KEYS_A_SECOND = 0.1
const WRONG_KEYS_BURST = 5

/** Nobody else on this machine reads it; what a judge left that was killed is gone. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    rmSync(path.join(folder, 'judging'), { recursive: true, force: true })
  } catch {
    throw new ConsoleError('room-unwritable', folder)
  }
}

function ownHosts(hostname: string, port: number, publicUrl: string | undefined): Set<string> {
  const names = new Set(['127.0.0.1', 'localhost', '[::1]', hostname])
  const hosts = [...names].map((name) => `${name}:${port}`)
  return new Set(publicUrl === undefined ? hosts : [...hosts, new URL(publicUrl).host])
}

async function listen(server: Server, hostname: string, asked = DEFAULT_PORT): Promise<number> {
  const last = asked === 0 ? 0 : Math.min(asked + MAX_PORTS - 1, LAST_PORT)
  for (let port = asked; port <= last; port += 1) {
    const got = await listenOn(server, hostname, port)
    if (got !== undefined) return got
  }
  throw new ConsoleError('no-free-port', `${asked} to ${last} are taken`)
}

const LAST_PORT = 65_535

/** Undefined when the port is taken. */
function listenOn(server: Server, hostname: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      const code = 'code' in error ? error.code : undefined
      if (code === 'EADDRINUSE') resolve(undefined)
      else if (code === 'EADDRNOTAVAIL') reject(new ConsoleError('bad-address', hostname))
      else reject(error)
    }
    server.once('error', onError)
    server.listen(port, hostname, () => {
      server.off('error', onError)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
