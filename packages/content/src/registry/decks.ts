import type { PillarId } from '../pillar-id.ts'
import { lookupIn } from '../unknown-id.ts'

/** Who it is for: no distributed system built yet, some, many. */
export type Level = 'beginner' | 'intermediate' | 'advanced'

interface DeckRecord {
  id: string
  title: string
  subtitle: string
  /** The pillar that the whole deck is about; the overview has none. */
  pillar?: PillarId
  minutes: number
  level: Level
  /** What a listener can do afterwards. */
  youWill: readonly string[]
  package: string
  /** Folder in the repository. */
  path: string
}

const allDecks = [
  {
    id: 'overview',
    title: 'The five pillars',
    subtitle: 'Five questions to ask of any distributed system',
    minutes: 40,
    level: 'beginner',
    youWill: [
      'name the five questions and tell which one a problem belongs to',
      'walk the decision tree from a symptom to a pattern, measuring first',
      'tell what each pillar costs, from outages that really happened',
    ],
    package: '@five-pillars/deck-overview',
    path: 'decks/overview',
  },
  {
    id: 'work',
    title: 'Work',
    subtitle: 'Who does it, and what waits?',
    pillar: 'work',
    minutes: 25,
    level: 'intermediate',
    youWill: [
      'choose a balancing rule and predict what one slow server does to it',
      'say what a queue can and cannot buy',
      'retry without keeping an outage alive',
    ],
    package: '@five-pillars/deck-work',
    path: 'decks/work',
  },
  {
    id: 'state',
    title: 'State',
    subtitle: 'Where does it live, and how would you get it back?',
    pillar: 'state',
    minutes: 24,
    level: 'intermediate',
    youWill: [
      'say which copies have a write when you confirm it, and what that costs',
      'tell a replica from a backup, and a backup from a restore',
      'add and remove machines without moving nearly every key',
    ],
    package: '@five-pillars/deck-state',
    path: 'decks/state',
  },
  {
    id: 'truth',
    title: 'Truth',
    subtitle: 'Must two parties agree, and what breaks if they do not?',
    pillar: 'truth',
    minutes: 24,
    level: 'intermediate',
    youWill: [
      'tell a value that is read from a decision that is made once, and what each of them costs',
      'say why overlapping quorums pass the demo and still let time run backwards',
      'keep two leaders from doing harm, and find what needs no agreement at all',
    ],
    package: '@five-pillars/deck-truth',
    path: 'decks/truth',
  },
  {
    id: 'control',
    title: 'Control',
    subtitle: 'Who decides what runs, and who may stop it?',
    pillar: 'control',
    minutes: 22,
    level: 'intermediate',
    youWill: [
      'tell slow from dead from flapping, without a health check that becomes the outage',
      'choose between a script, an engine and a loop that keeps comparing',
      'roll out in waves, and know when not to roll back',
    ],
    package: '@five-pillars/deck-control',
    path: 'decks/control',
  },
  {
    id: 'intelligence',
    title: 'Intelligence',
    subtitle: 'What may it do by itself, and who may stop it?',
    pillar: 'intelligence',
    minutes: 22,
    level: 'intermediate',
    youWill: [
      'predict what an autoscaler does with its own orders, with a wave, and with nothing to see',
      'choose a summary that one broken sensor cannot move',
      'give an automation its limits, and a stop that somebody has used',
    ],
    package: '@five-pillars/deck-intelligence',
    path: 'decks/intelligence',
  },
  {
    id: 'finale',
    title: 'All five',
    subtitle: 'A day on which everything goes wrong, and what it teaches',
    minutes: 25,
    level: 'intermediate',
    youWill: [
      'run a game day, and read its recording from the side of the users',
      'find the flaw in what sounds right, and say what is true instead',
      'keep what must cross an ocean off the path of a click',
    ],
    package: '@five-pillars/deck-finale',
    path: 'decks/finale',
  },
] as const satisfies readonly DeckRecord[]

export type DeckId = (typeof allDecks)[number]['id']

/** A talk of the kit. */
export interface DeckEntry extends DeckRecord {
  id: DeckId
}

/** Every deck that exists, in the order of the day. */
export const decks: readonly DeckEntry[] = allDecks

/** The deck with an id known from the run only; throws `UnknownId`. */
export const deckById: (id: string) => DeckEntry = lookupIn('deck', decks)
