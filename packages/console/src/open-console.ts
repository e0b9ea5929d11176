import { mkdirSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'

import { getRequestListener } from '@hono/node-server'
import { oneDay } from '@five-pillars/content'

import { putOnSlides } from './acts/show.ts'
import type { Agenda } from './agenda/clock.ts'
import { buildDesk, defaultLanes, noteDisk } from './build-desk.ts'
import { ConsoleError } from './console-error.ts'
import type { Desk } from './desk.ts'
import { playAll } from './game-day/act.ts'
import { createApp } from './http/app.ts'
import { createDoor } from './http/door.ts'
import { Rates } from './http/rates.ts'
import { ViewFeed } from './http/view-feed.ts'
import { judgeLink } from './queue/judge-link.ts'
import { pageFolder } from './page-files.ts'
import { roomView } from './room/room-view.ts'
import { screenView } from './room/screen-view.ts'
import { Place } from './place.ts'
import { newToken } from './secrets.ts'
import { Database, NotKept } from './store/database.ts'
import type { DiskListener } from './store/database.ts'
import { putDocument, readDocument } from './store/documents.ts'

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
  const { folder, lanes = defaultLanes() } = options
  makeFolder(folder)
  const open = options.openDatabase ?? openDatabase
  let onDisk = NOBODY_HEARS
  const db = open(path.join(folder, 'room.sqlite'), (why) => onDisk(why))
  const judge = judgeLink(path.join(folder, 'judging'), lanes)
  const place = new Place(options)
  try {
    const desk = await buildDesk({
      db,
      root: options.root,
      folder,
      judge,
      lanes,
      name: options.name ?? 'Five Pillars',
      agenda: { ...(options.agenda ?? oneDay), version: 1 },
      pages: options.pages ?? pageFolder,
      now: options.now ?? Date.now,
      place,
    })
    onDisk = (why) => noteDisk(desk, why)
    return await serveDesk(desk, options, place)
  } catch (error) {
    judge.close()
    db.close()
    throw error
  }
}

async function serveDesk(desk: Desk, options: ConsoleOptions, place: Place): Promise<Console> {
  const hostKey = newToken()
  const hostFeed = new ViewFeed(desk.bell, () => roomView(desk))
  const screenFeed = new ViewFeed(desk.bell, () => screenView(desk))
  const app = createApp({
    desk,
    hostKey,
    hostFeed,
    screenFeed,
    keyRates: new Rates(WRONG_KEYS_A_SECOND, WRONG_KEYS_BURST),
  })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createDoor({
    isOwnHost: (host) => place.isOwnHost(host),
    refusals: desk.refusals,
    answer: (incoming, outgoing) => void listener(incoming, outgoing),
  })
  const asked = options.port ?? readDocument(desk.db, 'address')?.port
  place.port = await listen(server, place.hostname, asked)
  keepPort(desk, place.port)
  desk.judging.fill()
  void playAll(desk)
  void putOnSlides(desk)
  return {
    url: place.address,
    hostUrl: `${place.own}/host#key=${hostKey}`,
    roomCode: desk.state.code,
    port: place.port,
    get judgePid() {
      return desk.judge.pid
    },
    async close() {
      for (const feed of [hostFeed, screenFeed]) feed.close()
      await closeDesk(desk, server)
    },
  }
}

/** Learners come back to the port that they know; on a full disk it is the default, or as it was. */
function keepPort({ db }: Desk, port: number): void {
  try {
    db.write(() => putDocument(db, 'address', { port }))
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
  }
}

async function closeDesk(desk: Desk, server: Server): Promise<void> {
  desk.judging.close()
  desk.judge.close()
  await stopped(server)
  await desk.refusals.flush()
  desk.db.close()
}

const NOBODY_HEARS: DiskListener = () => {}

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
