import { exerciseBySlug } from '@five-pillars/content'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import { sourceOf } from '../store/source-of.ts'
import { putDocument } from '../store/documents.ts'
import type { GameDayState, TeamState } from './state.ts'
import { mixedTeams, ownTeams } from './teams.ts'

const TUNING = 'game-day'

/** What a team brings: the parts of a shop, and how it is set. */
function parts(): readonly string[] {
  return [...(exerciseBySlug(TUNING).parts ?? []), TUNING]
}

export type GameDayAct =
  | { readonly act: 'start'; readonly seed: number }
  | { readonly act: 'collect' }
  | { readonly act: 'mix'; readonly teams: number | null }
  | { readonly act: 'play'; readonly seed: number | null }

/** Begins a game day, collects its parts, mixes them, plays it: whatever the host asks for. */
export function actOnGameDay(desk: Desk, act: GameDayAct): void {
  const { gameDay } = desk.state
  if (gameDay.state === 'playing') {
    throw new Refused('conflict', 'The game day is being played: wait until it is over.')
  }
  switch (act.act) {
    case 'start':
      keep(desk, { state: 'collecting', seed: act.seed, isMixed: false, teams: [] })
      return
    case 'collect':
      keep(desk, { ...gameDay, state: 'collected', isMixed: false, teams: collected(desk) })
      return
    case 'mix':
      mix(desk, act.teams)
      return
    case 'play':
      play(desk, act.seed ?? gameDay.seed)
  }
}

/** Everybody's own shop, of what they have submitted until now. */
function collected({ state }: Desk): TeamState[] {
  return [...ownTeams(state.learners.values(), parts(), state.submissions.values())]
}

function mix(desk: Desk, asked: number | null): void {
  const own = collected(desk)
  const count = asked ?? own.length
  const teams = mixedTeams(own, parts(), { count, seed: desk.state.gameDay.seed })
  keep(desk, { ...desk.state.gameDay, state: 'collected', isMixed: true, teams: [...teams] })
}

function play(desk: Desk, seed: number): void {
  const { gameDay } = desk.state
  if (gameDay.teams.length === 0) {
    throw new Refused('conflict', 'There is no team yet: collect the parts first.')
  }
  const teams = gameDay.teams.map((team) => ({ ...team, result: null }))
  keep(desk, { ...gameDay, state: 'playing', seed, teams })
  void playAll(desk)
}

/** Plays the teams that have no result yet, one after the other; whoever opens the room goes on. */
export async function playAll(desk: Desk): Promise<void> {
  if (desk.state.gameDay.state !== 'playing') return
  for (const { id } of desk.state.gameDay.teams) {
    const team = desk.state.gameDay.teams.find((one) => one.id === id)
    if (team === undefined || team.result !== null) continue
    const result = await resultOf(desk, team, desk.state.gameDay.seed)
    if (result === undefined) return
    withResult(desk, id, result)
  }
  end(desk)
}

/** Undefined where the console ended meanwhile. */
async function resultOf(
  desk: Desk,
  team: TeamState,
  seed: number,
): Promise<TeamState['result'] | undefined> {
  const { exercises, state, judge } = desk
  const dirOf = (slug: string): string => exercises.get(slug)?.dir ?? ''
  const sources = team.parts.map(({ slug, submission }) => {
    const one = state.submissions.get(submission ?? '')
    return { slug, source: one === undefined ? null : sourceOf(desk, one) }
  })
  try {
    const answered = await judge.ask({
      kind: 'game-day',
      exerciseDir: dirOf(TUNING),
      seed,
      tuning: sources.find(({ slug }) => slug === TUNING)?.source ?? null,
      parts: sources
        .filter(({ slug }) => slug !== TUNING)
        .map((part) => ({ ...part, exerciseDir: dirOf(part.slug) })),
    })
    if (answered.kind === 'day') return answered.result
    return { kind: 'refused', why: 'why' in answered ? answered.why : 'It was not played.' }
  } catch (error) {
    if (judge.isClosed) return undefined
    return { kind: 'refused', why: error instanceof Error ? error.message : String(error) }
  }
}

function withResult(desk: Desk, id: string, result: TeamState['result']): void {
  const { gameDay } = desk.state
  const teams = gameDay.teams.map((team) => (team.id === id ? { ...team, result } : team))
  keepOrShow(desk, { ...gameDay, teams })
}

function end(desk: Desk): void {
  keepOrShow(desk, { ...desk.state.gameDay, state: 'played' })
}

/** A result that a full disk cannot keep is shown all the same: the same seed plays it again. */
function keepOrShow(desk: Desk, gameDay: GameDayState): void {
  try {
    keep(desk, gameDay)
  } catch {
    desk.state.gameDay = gameDay
    desk.bell.ring()
  }
}

function keep(desk: Desk, gameDay: GameDayState): void {
  desk.db.write(() => putDocument(desk.db, 'game-day', gameDay))
  desk.state.gameDay = gameDay
  desk.bell.ring()
}
