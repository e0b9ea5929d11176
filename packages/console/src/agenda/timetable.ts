import { deckById, decks, exerciseBySlug } from '@five-pillars/content'
import type { PillarId } from '@five-pillars/content'

import type { Advice, AgendaView, Block, BlockView } from '../view.ts'
import { blocksAhead, instantOf, leftMs, MINUTE_MS } from './clock.ts'
import type { Agenda, Clock } from './clock.ts'

/** Being later than this is worth a question. */
const LATE_MINUTES = 5

const MOST_ADVICE = 3

/** The day as the host sees it: what was, what is, and when all that comes will be. */
export function agendaView(agenda: Agenda, clock: Clock, at: number): AgendaView {
  const driftMinutes = driftOf(agenda, clock, at)
  const { now } = clock
  return {
    version: agenda.version,
    begins: agenda.begins,
    clock: stateOf(clock),
    blocks: blockViews(agenda, clock, at),
    decks: decks.map(({ id, title }) => ({ slug: id, title })),
    now: now?.block ?? null,
    leftMs: now === null || now.pausedAt === null ? null : leftMs(agenda, now, at),
    driftMinutes,
    advice: adviceFor(blocksAhead(agenda, clock), driftMinutes, endOf(agenda, clock, at)),
  }
}

function stateOf({ plannedStart, now }: Clock): AgendaView['clock'] {
  if (plannedStart === null) return 'ahead'
  if (now === null) return 'over'
  return now.pausedAt === null ? 'running' : 'paused'
}

/** Minutes that the day will end later than it was planned, as things are; negative: earlier. */
export function driftOf(agenda: Agenda, clock: Clock, at: number): number {
  if (clock.plannedStart === null) return 0
  const planned = clock.plannedStart + minutesOf(agenda.blocks) * MINUTE_MS
  return Math.round((endOf(agenda, clock, at) - planned) / MINUTE_MS)
}

function endOf(agenda: Agenda, clock: Clock, at: number): number {
  const { now, done } = clock
  const ahead = minutesOf(blocksAhead(agenda, clock)) * MINUTE_MS
  if (now !== null) return at + Math.max(leftMs(agenda, now, at), 0) + ahead
  if (clock.plannedStart === null) return instantOf(agenda.begins, at) + ahead
  return done.at(-1)?.to ?? clock.plannedStart
}

function minutesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { minutes }) => sum + minutes, 0)
}

function blockViews(agenda: Agenda, clock: Clock, at: number): readonly BlockView[] {
  const { now, done, dropped } = clock
  let planned = clock.plannedStart ?? instantOf(agenda.begins, at)
  let free = now === null ? planned : at + Math.max(leftMs(agenda, now, at), 0)
  return agenda.blocks.map((block) => {
    const plannedAt = planned
    planned += block.minutes * MINUTE_MS
    const view = { ...block, pillar: pillarOf(block), plannedAt }
    const over = done.find((one) => one.block === block.id)
    if (over !== undefined) {
      return { ...view, state: 'done', beginsAt: over.from, endsAt: over.to }
    }
    if (now?.block === block.id) {
      const endsAt = at + leftMs(agenda, now, at)
      return { ...view, state: 'now', beginsAt: now.from, endsAt }
    }
    if (dropped.includes(block.id)) {
      return { ...view, state: 'dropped', beginsAt: free, endsAt: free }
    }
    const beginsAt = free
    free += block.minutes * MINUTE_MS
    return { ...view, state: 'ahead', beginsAt, endsAt: free }
  })
}

/** The pillar whose colour a block wears. */
export function pillarOf({ kind, slug }: Block): PillarId | null {
  if (slug === null) return null
  try {
    return kind === 'deck' ? (deckById(slug).pillar ?? null) : exerciseBySlug(slug).pillar
  } catch {
    return null
  }
}

/** What could be given up, best first: the smallest block of the least weight that is enough. */
function adviceFor(ahead: readonly Block[], late: number, end: number): readonly Advice[] {
  if (late < LATE_MINUTES) return []
  const droppable = ahead
    .filter(({ priority, kind }) => priority !== 'must' && kind !== 'break')
    .toSorted(
      (a, b) =>
        Number(b.minutes >= late) - Number(a.minutes >= late) ||
        weightOf(a) - weightOf(b) ||
        (a.minutes >= late ? a.minutes - b.minutes : b.minutes - a.minutes),
    )
  if (droppable.length === 0) {
    const text = `${late} min behind, and nothing left to drop: the day ends at ${timeOf(end)}.`
    return [{ text, act: null }]
  }
  return droppable.slice(0, MOST_ADVICE).map(({ id, title, minutes, priority }) => {
    const rest = minutes >= late ? '' : `, and stay ${late - minutes} min behind`
    const text = `${late} min behind: drop "${title}" (${minutes} min, ${priority})${rest}?`
    return { text, act: { act: 'drop', block: id } }
  })
}

function weightOf({ priority }: Block): number {
  return priority === 'could' ? 0 : 1
}

/** `HH:MM` on this machine's clock. */
function timeOf(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
