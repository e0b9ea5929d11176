import type { Block } from '../view.ts'

export const MINUTE_MS = 60_000

/** A day that begins further from its hour than this is another day's rehearsal. */
const SAME_DAY_MS = 3 * 60 * MINUTE_MS

/** The day as it was planned. */
export interface Agenda {
  /** Counts changes, so that nobody overwrites what they have not seen. */
  readonly version: number
  /** `HH:MM` */
  readonly begins: string
  readonly blocks: readonly Block[]
}

/** A block that is over. */
interface DoneBlock {
  readonly block: string
  readonly from: number
  readonly to: number
  /** Milliseconds that were added to its minutes. */
  readonly extraMs: number
  /** Milliseconds for which its clock stood still. */
  readonly pausedMs: number
}

/** The block of now. */
export interface RunningBlock {
  readonly block: string
  readonly from: number
  readonly extraMs: number
  readonly pausedMs: number
  /** Since when the clock stands still; null while it runs. */
  readonly pausedAt: number | null
}

/**
 * How the day goes. Before it begins `plannedStart` is null; when it is over `now` is null and
 * `plannedStart` is not. Ids in it are ids of blocks of the agenda.
 */
export interface Clock {
  /** When the first block should have begun. */
  readonly plannedStart: number | null
  readonly done: readonly DoneBlock[]
  readonly now: RunningBlock | null
  readonly dropped: readonly string[]
}

export const STOPPED: Clock = { plannedStart: null, done: [], now: null, dropped: [] }

/** What the host does with the day. */
export type ClockAct =
  | { readonly act: 'start' | 'pause' | 'resume' }
  | { readonly act: 'extend'; readonly minutes: number }
  /** `block` is the one that the host sees as that of now: a second click skips nothing more. */
  | { readonly act: 'skip' | 'back'; readonly block: string | null }
  | { readonly act: 'drop' | 'keep'; readonly block: string }

/** The clock after an act, or why it cannot be done, as a sentence for the host. */
export function actOn(agenda: Agenda, clock: Clock, act: ClockAct, at: number): Clock | string {
  switch (act.act) {
    case 'start':
      return start(agenda, clock, at)
    case 'pause':
      return withNow(clock, (now) =>
        now.pausedAt === null ? { ...now, pausedAt: at } : 'The clock is paused already.',
      )
    case 'resume':
      return withNow(clock, (now) => resumed(now, at) ?? 'The clock is not paused.')
    case 'extend':
      return withNow(clock, (now) => ({ ...now, extraMs: now.extraMs + act.minutes * MINUTE_MS }))
    case 'skip':
      return isNow(clock, act.block) ? skip(agenda, clock, at) : NOT_NOW
    case 'back':
      return isNow(clock, act.block) ? back(clock, at) : NOT_NOW
    case 'drop':
      return drop(agenda, clock, act.block)
    case 'keep':
      return keep(agenda, clock, act.block)
  }
}

const NOT_NOW = 'The day has gone on meanwhile: look at the block of now, and say it again.'

/** Milliseconds left of the block of now; negative where it runs over. */
export function leftMs(agenda: Agenda, now: RunningBlock, at: number): number {
  const block = agenda.blocks.find(({ id }) => id === now.block)
  const whole = (block?.minutes ?? 0) * MINUTE_MS + now.extraMs
  return whole - ((now.pausedAt ?? at) - now.from - now.pausedMs)
}

/** The blocks that are still to come, in their order. */
export function blocksAhead(agenda: Agenda, clock: Clock): readonly Block[] {
  const gone = new Set([...clock.done.map(({ block }) => block), ...clock.dropped])
  const from = agenda.blocks.findIndex(({ id }) => id === clock.now?.block) + 1
  return clock.plannedStart !== null && clock.now === null
    ? []
    : agenda.blocks.slice(from).filter(({ id }) => !gone.has(id))
}

function start(agenda: Agenda, clock: Clock, at: number): Clock | string {
  if (clock.now?.pausedAt !== undefined && clock.now.pausedAt !== null) {
    return actOn(agenda, clock, { act: 'resume' }, at)
  }
  if (clock.plannedStart !== null) return 'The day has begun already.'
  const planned = instantOf(agenda.begins, at)
  const isSameDay = Math.abs(at - planned) <= SAME_DAY_MS
  return next(agenda, { ...clock, plannedStart: isSameDay ? planned : at }, at)
}

/** `HH:MM` of the day of `at`, on this machine's clock. */
export function instantOf(time: string, at: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(at).setHours(hours, minutes, 0, 0)
}

function next(agenda: Agenda, clock: Clock, at: number): Clock {
  const [block] = blocksAhead(agenda, clock.now === null ? { ...clock, plannedStart: null } : clock)
  if (block === undefined) return { ...clock, now: null }
  return {
    ...clock,
    now: { block: block.id, from: at, extraMs: 0, pausedMs: 0, pausedAt: null },
  }
}

function withNow(
  clock: Clock,
  change: (now: RunningBlock) => RunningBlock | string,
): Clock | string {
  if (clock.now === null) return NOTHING_RUNS
  const now = change(clock.now)
  return typeof now === 'string' ? now : { ...clock, now }
}

const NOTHING_RUNS = 'No block runs: start the day first.'

function resumed(now: RunningBlock, at: number): RunningBlock | undefined {
  if (now.pausedAt === null) return undefined
  return { ...now, pausedMs: now.pausedMs + at - now.pausedAt, pausedAt: null }
}

function isNow(clock: Clock, block: string | null): boolean {
  return block === null || clock.now?.block === block
}

function skip(agenda: Agenda, clock: Clock, at: number): Clock | string {
  if (clock.now === null) return NOTHING_RUNS
  const { pausedAt: _, ...over } = resumed(clock.now, at) ?? clock.now
  return next(agenda, { ...clock, done: [...clock.done, { ...over, to: at }] }, at)
}

/** The block before, with as much left as it had when it ended. */
function back(clock: Clock, at: number): Clock | string {
  const before = clock.done.at(-1)
  if (before === undefined) return 'There is no block before this one.'
  const { to, ...again } = before
  const now = { ...again, pausedMs: again.pausedMs + at - to, pausedAt: null }
  return { ...clock, done: clock.done.slice(0, -1), now }
}

function drop(agenda: Agenda, clock: Clock, id: string): Clock | string {
  if (clock.dropped.includes(id)) return clock
  const block = blocksAhead(agenda, clock).find((ahead) => ahead.id === id)
  if (block === undefined) return STILL_TO_COME
  return { ...clock, dropped: [...clock.dropped, id] }
}

/** A block that was dropped and is to come all the same; one that was passed meanwhile is not. */
function keep(agenda: Agenda, clock: Clock, id: string): Clock | string {
  const isOver = clock.plannedStart !== null && clock.now === null
  const indexOf = (block: string | undefined): number =>
    agenda.blocks.findIndex((one) => one.id === block)
  if (isOver || indexOf(id) <= indexOf(clock.now?.block)) return STILL_TO_COME
  return { ...clock, dropped: clock.dropped.filter((dropped) => dropped !== id) }
}

const STILL_TO_COME = 'Only a block that is still to come can be dropped, or kept after all.'
