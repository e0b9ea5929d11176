import type { DeckId } from './registry/decks.ts'
import type { ExerciseSlug } from './registry/exercises.ts'

/** What a block of a day is: a talk of the kit, a graded exercise, a break, or something else. */
export type BlockKind = 'deck' | 'exercise' | 'break' | 'talk'

/** What a late day gives up: `could` first, then `should`, never `must`. */
export type Priority = 'must' | 'should' | 'could'

/** A block of a workshop's day. */
export interface AgendaBlock {
  id: string
  title: string
  kind: BlockKind
  /** The deck or the exercise of it; null where it has none. */
  slug: DeckId | ExerciseSlug | null
  /** More than none. */
  minutes: number
  priority: Priority
}

/** A workshop's day. */
export interface Agenda {
  /** When it begins, on the clock of the room: `HH:MM`. */
  begins: string
  blocks: readonly AgendaBlock[]
}

/** The one-day workshop: five pillars and a game day, 9:00 to 17:00. */
export const oneDay: Agenda = {
  begins: '09:00',
  blocks: [
    talk('opening', 'Opening, and a look at every machine', 20, 'must'),
    deck('work', 'Work', 20),
    exercise('load-balancer', 'Load balancer', 35, 'must'),
    pause('morning-break', 'Break', 10),
    deck('state', 'State', 20),
    exercise('hash-ring', 'Hash ring', 35, 'should'),
    deck('truth', 'Truth', 25),
    exercise('quorum', 'Quorum', 25, 'must'),
    pause('lunch', 'Lunch', 50),
    deck('control', 'Control', 20),
    exercise('health-checker', 'Health checker', 35, 'should'),
    deck('intelligence', 'Intelligence', 20),
    exercise('autoscaler', 'Autoscaler', 30, 'should'),
    pause('afternoon-break', 'Break', 15),
    talk('debrief', 'Debrief of the best counterexamples', 20, 'should'),
    talk('briefing', 'Briefing for the game day', 10, 'must'),
    exercise('game-day', 'Game day', 40, 'must'),
    talk('post-mortem', 'Post-mortem', 20, 'must'),
    talk('where-next', 'Where to go next', 15, 'could'),
    talk('slack', 'Slack', 15, 'could'),
  ],
}

function deck(slug: DeckId, title: string, minutes: number): AgendaBlock {
  return { id: `deck-${slug}`, title, kind: 'deck', slug, minutes, priority: 'must' }
}

function exercise(
  slug: ExerciseSlug,
  title: string,
  minutes: number,
  priority: Priority,
): AgendaBlock {
  return { id: slug, title, kind: 'exercise', slug, minutes, priority }
}

function pause(id: string, title: string, minutes: number): AgendaBlock {
  return { id, title, kind: 'break', slug: null, minutes, priority: 'must' }
}

function talk(id: string, title: string, minutes: number, priority: Priority): AgendaBlock {
  return { id, title, kind: 'talk', slug: null, minutes, priority }
}
