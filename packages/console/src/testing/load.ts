import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

import type { Joined } from '@five-pillars/room'
import { createRng } from '@five-pillars/simulator'

import { watchBoard } from './board-watch.ts'
import type { BoardWatch } from './board-watch.ts'
import { anew } from './class-work.ts'
import type { ClassWork } from './class-work.ts'
import { memoryMib, startConsole } from './console-process.ts'
import type { ConsoleHello, ConsoleProcess } from './console-process.ts'
import { followAs } from './followers.ts'
import { submissionRows } from './room-rows.ts'
import { Sightings } from './sightings.ts'
import { joinRoom, sendOnce } from './wire-learner.ts'

export interface LoadOptions {
  readonly folder: string
  readonly learners: number
  /** Submissions a second, of all learners together, whether or not those before are answered. */
  readonly perSecond: number
  readonly submissions: number
  readonly lanes: number
  readonly work: readonly ClassWork[]
  /** One in so many is the same text as others send, and judged once with them. */
  readonly sameEvery: number
  readonly seed: number
  /** Whether to wait until nothing is in line any more. */
  readonly isJudgedOut: boolean
}

export interface LoadResult {
  readonly acknowledged: number
  /** What was refused, and why. */
  readonly refused: readonly string[]
  /** Milliseconds from sending to having read the acknowledgement. */
  readonly acknowledgedMs: readonly number[]
  /** Milliseconds from each event, by the console's own record, until the host's page had it. */
  readonly queuedMs: readonly number[]
  readonly judgedMs: readonly number[]
  /** Events that the host's page never had. */
  readonly unseen: readonly string[]
  /** Of the rows on the disk, by what became of them. */
  readonly standings: ReadonlyMap<string, number>
  /** Verdicts that their learner was not told, or that somebody else was. */
  readonly untold: readonly string[]
  readonly lostConnections: number
  readonly mostMib: number
  readonly views: number
  /** What the console wrote to its terminal. */
  readonly said: string
}

/** Joining together. */
const TOGETHER = 20
const LINKED_WITHIN_MS = 120_000
/** Events that are younger than this when it ends are not counted. */
const LAST_MS = 1000

/** A room full of learners who are connected, and submit at a steady pace while the judge works. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const room = startConsole(options.folder, { lanes: options.lanes })
  try {
    return await loadOn(room, options)
  } finally {
    await room.kill('group')
  }
}

async function loadOn(room: ConsoleProcess, options: LoadOptions): Promise<LoadResult> {
  const hello = await room.hello
  const learners = await joinAll(hello, options.learners)
  const told = new Map<string, string>()
  await using followers = await followAs(hello.url, learners, (learner, { id, standing }) => {
    if (standing.kind === 'judged') told.set(id, learner)
  })
  await followers.allLinked(LINKED_WITHIN_MS)
  const sightings = new Sightings()
  await using board = await watchBoard(hello, (view, cameAt) => sightings.look(view, cameAt))
  const sent = await sendAll(hello, learners, options)
  if (options.isJudgedOut) await judgedOut(board)
  else await setTimeout(2 * LAST_MS)
  const until = Date.now() - (options.isJudgedOut ? 0 : LAST_MS)
  const { most: mostMib } = memoryMib(room.pid)
  // Before it is ended: that would cut all of them.
  const lostConnections = followers.counts.lost
  await room.kill('group')
  const rows = submissionRows(options.folder)
  const judged = rows.filter((row) => row.standing === 'judged' && (row.settledAt ?? 0) < until)
  return {
    ...sent,
    ...sightings.latencies(rows, until),
    standings: countOf(rows.map(({ standing }) => standing)),
    untold: judged.filter(({ id, learner }) => told.get(id) !== learner).map(({ id }) => id),
    lostConnections,
    mostMib,
    views: board.views,
    said: room.said(),
  }
}

async function joinAll(hello: ConsoleHello, count: number): Promise<readonly Joined[]> {
  const joined: Joined[] = []
  while (joined.length < count) {
    const some = Array.from({ length: Math.min(TOGETHER, count - joined.length) }, (_, index) =>
      joinRoom(hello, `Learner ${joined.length + index + 1}`),
    )
    joined.push(...(await Promise.all(some)))
  }
  return joined
}

type Answers = Pick<LoadResult, 'acknowledged' | 'refused' | 'acknowledgedMs'>

/** Each is sent at its moment, however long the ones before it take. */
async function sendAll(
  { url }: ConsoleHello,
  learners: readonly Joined[],
  { work, sameEvery, seed, perSecond, submissions }: LoadOptions,
): Promise<Answers> {
  const rng = createRng(seed)
  const acknowledgedMs: number[] = []
  const refused: string[] = []
  const beganAt = performance.now()

  async function send(): Promise<void> {
    const learner = rng.pick(learners)
    const { exercise, sources } = rng.pick(work)
    const id = randomUUID()
    const text = rng.pick(sources)
    const source = rng.int(sameEvery) === 0 ? text : anew(text, id)
    const sentAt = performance.now()
    const said = await sendOnce(url, learner, { id, exercise, source })
    if (said?.kind === 'acknowledged') acknowledgedMs.push(performance.now() - sentAt)
    else refused.push(said === undefined ? 'no answer' : `${said.status} ${said.text}`)
  }

  const sending: Promise<void>[] = []
  for (let index = 0; index < submissions; index += 1) {
    const dueIn = beganAt + (1000 * index) / perSecond - performance.now()
    if (dueIn > 0) await setTimeout(dueIn)
    sending.push(send())
  }
  await Promise.all(sending)
  return { acknowledged: acknowledgedMs.length, refused, acknowledgedMs }
}

/** Longest that a line may take which nobody lengthens: a bound on hangs, not on speed. */
const JUDGED_OUT_MS = 15 * 60_000

/** Resolves when nothing is in line any more, and the board says so. */
export async function judgedOut(board: BoardWatch): Promise<void> {
  const lateAt = Date.now() + JUDGED_OUT_MS
  const since = Date.now()
  for (;;) {
    const { last } = board
    if (last !== undefined && last.at > since && last.queue.waiting + last.queue.judging === 0)
      return
    if (Date.now() > lateAt) throw new Error(`Still in line: ${JSON.stringify(last?.queue)}`)
    await board.next()
  }
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]))
}
