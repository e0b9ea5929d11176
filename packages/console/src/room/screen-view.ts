import { agendaView, pillarOf } from '../agenda/timetable.ts'
import { followAddress } from '../acts/phones.ts'
import type { Desk } from '../desk.ts'
import type { ScreenExercise, ScreenView } from '../view.ts'
import { newestJudged } from './broken.ts'
import { exerciseNow, shownRun } from './room-view.ts'

const MOST_LEADERS = 10

/** What the whole room sees: totals, and a name only where its owner gave leave or the host asked. */
export function screenView(desk: Desk): ScreenView {
  const { state } = desk
  const at = desk.now()
  const agenda = agendaView(state.agenda, state.clock, at)
  const now = agenda.blocks.find(({ state: own }) => own === 'now')
  const next = agenda.blocks.find(({ state: own }) => own === 'ahead')
  const up = state.announcements.at(-1)
  const learners = [...state.learners.values()]
  return {
    at,
    roomName: state.name,
    join: { address: desk.address, code: state.code },
    follow: followAddress(desk),
    clock: agenda.clock,
    now:
      now === undefined
        ? null
        : {
            title: now.title,
            kind: now.kind,
            pillar: pillarOf(now),
            endsAt: now.endsAt,
            leftMs: agenda.leftMs,
          },
    next:
      next === undefined || agenda.clock === 'over'
        ? null
        : { title: next.title, beginsAt: next.beginsAt, minutes: next.minutes },
    learners: {
      here: learners.filter(({ connections }) => connections > 0).length,
      joined: learners.length,
    },
    exercise: screenExercise(desk),
    announcement: up?.isUp === true ? { text: up.text, at: up.at } : null,
    shown: shownRun(desk),
    leaderboard: state.isLeaderboardOn ? leaders(desk) : null,
  }
}

function screenExercise({ state, exercises, queue, judging }: Desk): ScreenExercise | null {
  const slug = exerciseNow(state)
  const facts = exercises.get(slug ?? '')
  if (slug === null || facts === undefined) return null
  const all = newestJudged(state, slug)
  const waiting = queue.all().filter(({ exercise }) => exercise === slug).length
  return {
    title: facts.entry.title,
    sentence: facts.entry.sentence,
    submitted: all.length,
    passed: all.filter(({ verdict }) => verdict?.state === 'passed').length,
    waiting: waiting + judging.sizeOf(slug),
    promises: facts.promises.map(({ id, text }) => ({
      id,
      text,
      kept: all.filter(({ verdict }) => verdict?.kept.includes(id) === true).length,
    })),
  }
}

function leaders({ state }: Desk): ScreenView['leaderboard'] {
  return [...state.learners.values()]
    .map(({ nickname, cells }) => ({
      nickname,
      points: cells.values().reduce((sum, { best }) => sum + best, 0),
    }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MOST_LEADERS)
}
