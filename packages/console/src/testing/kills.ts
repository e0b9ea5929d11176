import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

import type { Joined, Submission } from '@five-pillars/room'
import { createRng } from '@five-pillars/simulator'
import type { Rng } from '@five-pillars/simulator'
import { z } from 'zod'

import { watchBoard } from './board-watch.ts'
import { anew } from './class-work.ts'
import type { ClassWork } from './class-work.ts'
import { startConsole } from './console-process.ts'
import type { ConsoleHello, ConsoleProcess, Victim } from './console-process.ts'
import { followAs } from './followers.ts'
import type { Followers } from './followers.ts'
import { judgedOut } from './load.ts'
import { submissionRows } from './room-rows.ts'
import type { SubmissionRow } from './room-rows.ts'
import { joinRoom, sendOnce } from './wire-learner.ts'
import type { Sent } from './wire-learner.ts'

export interface KillsOptions {
  readonly folder: string
  readonly kills: number
  readonly learners: number
  readonly lanes: number
  readonly work: readonly ClassWork[]
  readonly seed: number
  /** Longest that it lives between two kills, in milliseconds. */
  readonly longestMs: number
  /** After so many kills nobody is killed until all learners are back, which is measured. */
  readonly restEvery: number
  /** Is told how many are done. */
  readonly onKill?: (done: number) => void
}

export interface KillsResult {
  readonly kills: Readonly<Record<Victim, number>>
  readonly acknowledged: number
  /** Acknowledged submissions that are not on the disk, or never came to an end. */
  readonly lost: readonly string[]
  /** Submissions of which two different things were said, or are kept. */
  readonly doubled: readonly string[]
  /** Answers that a learner's machine does not get over by itself. */
  readonly refused: readonly string[]
  readonly standings: ReadonlyMap<string, number>
  /** Of the kills that cut them off: from when it listened again until all were back, in milliseconds. */
  readonly backMs: readonly number[]
  /** How often a learner's machine was cut off, and came back. */
  readonly cutOff: number
  /** Processes that are left when all is over. */
  readonly left: readonly number[]
}

/** The client waits longer after each try that fails, up to 4 s; the rest is a busy machine. */
const BACK_WITHIN_MS = 60_000
/** One in so many kills comes while it starts. */
const EARLY_EVERY = 4
/** One in so many is the same text as somebody else sends. */
const SAME_EVERY = 2

/** Learners who submit without pause, while the console, its judge or both are killed and started again. */
export async function runKills(options: KillsOptions): Promise<KillsResult> {
  const ride = new Ride(options)
  try {
    return await ride.run()
  } finally {
    await ride.end()
  }
}

class Ride {
  readonly #options: KillsOptions
  readonly #rng: Rng
  #room: ConsoleProcess
  readonly #groups: number[] = []
  readonly #kills = { console: 0, judge: 0, group: 0 }
  readonly #backMs: number[] = []
  readonly #sent = new Map<string, Sent & { learner: string }>()
  readonly #acknowledged = new Set<string>()
  readonly #refused: string[] = []
  /** Of each submission, every different verdict that its learner was told. */
  readonly #told = new Map<string, Set<string>>()
  #isOver = false

  constructor(options: KillsOptions) {
    this.#options = options
    this.#rng = createRng(options.seed)
    this.#room = this.#start(0)
  }

  async run(): Promise<KillsResult> {
    const { folder, learners: count } = this.#options
    const { url, port, roomCode } = await this.#room.hello
    const names = Array.from({ length: count }, (_, index) => `Learner ${index + 1}`)
    const learners = await Promise.all(names.map((name) => joinRoom({ url, roomCode }, name)))
    await using followers = await followAs(url, learners, (_, told) => this.#hear(told))
    await followers.allLinked(BACK_WITHIN_MS)
    const writing = learners.map((learner) => this.#write(url, learner))
    await this.#killAll(port, followers)
    this.#isOver = true
    const hello = await this.#room.hello
    await Promise.all(writing)
    await this.#untilJudged(hello)
    await followers.allLinked(BACK_WITHIN_MS)
    const { lost: cutOff } = followers.counts
    await this.#room.kill('group')
    const rows = submissionRows(folder)
    return {
      kills: this.#kills,
      acknowledged: this.#acknowledged.size,
      ...this.#compare(rows),
      refused: this.#refused,
      standings: new Map(
        [...Map.groupBy(rows, ({ standing }) => standing)].map(([kind, all]) => [kind, all.length]),
      ),
      backMs: this.#backMs,
      cutOff,
      left: await this.#left(),
    }
  }

  async end(): Promise<void> {
    this.#isOver = true
    await this.#room.kill('group')
  }

  #start(port: number): ConsoleProcess {
    const { folder, lanes } = this.#options
    const room = startConsole(folder, { port, lanes })
    this.#groups.push(room.pid)
    return room
  }

  async #killAll(port: number, followers: Followers): Promise<void> {
    const { kills, longestMs, restEvery, onKill } = this.#options
    const victims: readonly Victim[] = ['console', 'judge', 'group']
    for (let done = 0; done < kills;) {
      const whom = this.#rng.pick(victims)
      if (whom === 'judge' || this.#rng.int(EARLY_EVERY) > 0) await this.#room.hello
      await setTimeout(this.#rng.int(longestMs))
      if (!(await this.#room.kill(whom))) continue
      this.#kills[whom] += 1
      done += 1
      onKill?.(done)
      if (whom !== 'judge') this.#room = this.#start(port)
      if (done % restEvery === 0) await this.#allBack(port, followers)
    }
  }

  async #allBack(port: number, followers: Followers): Promise<void> {
    const hello = await this.#room.hello
    if (hello.port !== port) throw new Error(`The room moved from ${port} to ${hello.port}.`)
    const beganAt = performance.now()
    await followers.allLinked(BACK_WITHIN_MS)
    this.#backMs.push(performance.now() - beganAt)
  }

  /** As a learner's machine does: one after the other, each again until it is acknowledged. */
  async #write(url: string, learner: Joined): Promise<void> {
    const { work } = this.#options
    while (!this.#isOver) {
      const { exercise, sources } = this.#rng.pick(work)
      const id = randomUUID()
      const text = this.#rng.pick(sources)
      const source = this.#rng.int(SAME_EVERY) === 0 ? text : anew(text, id)
      const one = { id, exercise, source }
      this.#sent.set(id, { ...one, learner: learner.learner })
      await this.#send(url, learner, one)
      await setTimeout(this.#rng.int(PAUSE_MS))
    }
  }

  async #send(url: string, learner: Joined, one: Sent): Promise<void> {
    for (;;) {
      const said = await sendOnce(url, learner, one)
      if (said?.kind === 'acknowledged') {
        this.#acknowledged.add(one.id)
        return
      }
      if (said !== undefined && said.status !== TOO_MANY) {
        this.#refused.push(`${said.status} ${said.text}`)
        return
      }
      await setTimeout(AGAIN_MS)
    }
  }

  #hear({ id, standing }: Submission): void {
    const known = this.#told.get(id)
    if (standing.kind !== 'judged') {
      // What was judged stays judged.
      known?.add(standing.kind)
      return
    }
    const { state, points } = standing.verdict
    this.#told.set(id, (known ?? new Set()).add(`${state} ${points}`))
  }

  async #untilJudged(hello: ConsoleHello): Promise<void> {
    await using board = await watchBoard(hello, () => {})
    await judgedOut(board)
  }

  #compare(rows: readonly SubmissionRow[]): Pick<KillsResult, 'lost' | 'doubled'> {
    const byId = Map.groupBy(rows, ({ id }) => id)
    const ids = new Set(byId.keys())
    const lost: string[] = []
    for (const id of this.#acknowledged) {
      const row = byId.get(id)?.[0]
      const why = row === undefined ? 'is not there' : this.#wrongIn(row, ids)
      if (why !== undefined) lost.push(`${id} ${why}`)
    }
    const doubled = rows.flatMap((row) => {
      const kept = row.verdict === null ? [] : [wordsOf(row.verdict)]
      const all = new Set([...kept, ...(this.#told.get(row.id) ?? [])])
      const isOnce = byId.get(row.id)?.length === 1 && this.#sent.has(row.id)
      if (isOnce && all.size <= 1) return []
      return [`${row.id} ${[...all].join(', ')}`]
    })
    return { lost, doubled }
  }

  #wrongIn(row: SubmissionRow, ids: ReadonlySet<string>): string | undefined {
    const { exercise, source, learner } = this.#sent.get(row.id) ?? {}
    const isSame = exercise === row.exercise && source === row.source && learner === row.learner
    if (!isSame) return 'is another one'
    const isEnded =
      row.standing === 'judged' ||
      (row.standing === 'superseded' && ids.has(row.supersededBy ?? ''))
    return isEnded ? undefined : `is ${row.standing}`
  }

  /** Those that were orphaned end by themselves, in a moment. */
  async #left(): Promise<readonly number[]> {
    for (let tries = 0; tries < LEFT_TRIES; tries += 1) {
      if (processesOf(this.#groups).length === 0) return []
      await setTimeout(AGAIN_MS)
    }
    return processesOf(this.#groups)
  }
}

/** Longest pause of a learner between two submissions. */
const PAUSE_MS = 400
const AGAIN_MS = 100
const LEFT_TRIES = 50
const TOO_MANY = 429

const verdictSchema = z.object({ state: z.string(), points: z.number() })

function wordsOf(verdict: string): string {
  const { state, points } = verdictSchema.parse(JSON.parse(verdict))
  return `${state} ${points}`
}

/** Ids of processes that are in one of these groups; none where no system tells. */
function processesOf(groups: readonly number[]): number[] {
  const ids = directory('/proc').filter((name) => /^\d+$/.test(name))
  return ids.map(Number).filter((pid) => groups.includes(groupOf(pid)))
}

function directory(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The third field after the name, which is in brackets. */
function groupOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? 0 : Number(group)
  } catch {
    return 0
  }
}
