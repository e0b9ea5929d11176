import type { PillarId } from './pillar-id.ts'
import { lookupIn } from './unknown-id.ts'

interface NightmareRecord {
  id: string
  /** What somebody says at three in the morning. */
  symptom: string
  /** Where to begin. */
  pillar: PillarId
  /** What to ask before anybody touches anything. */
  question: string
  /** What to do with the answer. */
  step: string
  /** What looks like the remedy, and is none. */
  notThat: string
  /** Where it often leads next, and why. */
  next?: { pillar: PillarId; reason: string }
}

const all = [
  {
    id: 'busy-servers',
    symptom: 'The CPU is at 100 %',
    pillar: 'work',
    question: 'What is waiting, and how long has it waited?',
    step: 'Measure use, waiting and errors of each resource. Then divide the work that waits.',
    notThat: 'Consensus: every decision waits for a majority, and the line grows.',
    next: { pillar: 'state', reason: 'More servers soon wait for the same database.' },
  },
  {
    id: 'slow-for-some',
    symptom: 'Fast for most, awful for a few',
    pillar: 'work',
    question: 'Do the slow requests have a server in common?',
    step: 'Look at the slowest hundredth of each server, and send work where the least is waiting.',
    notThat: 'More servers behind the same rule: a fair turn for the slow one stays.',
  },
  {
    id: 'mended-and-down',
    symptom: 'It is mended, and still down',
    pillar: 'work',
    question: 'How many attempts does one call become?',
    step: 'Let retries be a small share of calls, and drop work that nobody waits for any more.',
    notThat: 'Longer timeouts: the server then works for people who have left.',
    next: { pillar: 'control', reason: 'Somebody must be able to turn load away by hand.' },
  },
  {
    id: 'burning-database',
    symptom: 'The database is on fire',
    pillar: 'state',
    question: 'Which is full: reads, writes, or the time to restore it?',
    step: 'Take reads away first: an index, a cache, a copy for reading. Divide only what is left.',
    notThat: 'Sharding at once: it turns one question of State into several of Truth.',
    next: { pillar: 'truth', reason: 'What is divided needs rules for what spans two parts.' },
  },
  {
    id: 'deleted-data',
    symptom: 'Somebody deleted it',
    pillar: 'state',
    question: 'When was a restore last rehearsed, and how long did it take?',
    step: 'Stop what writes. Restore the newest copy out of reach beside the live one, and compare.',
    notThat: 'Another replica: it has repeated the mistake already.',
  },
  {
    id: 'two-truths',
    symptom: 'Who has the real data?',
    pillar: 'truth',
    question: 'Who may decide, and what breaks if two do?',
    step: 'Name one owner for each decision, and call everything else a copy with an age.',
    notThat: 'A consensus group around all of it: most of it only has to converge.',
    next: { pillar: 'control', reason: 'An owner can be changed only if somebody sees it fail.' },
  },
  {
    id: 'sold-twice',
    symptom: 'It was sold twice',
    pillar: 'truth',
    question: 'Which single step may happen at most once?',
    step: 'Put that step, and no more, behind one decision: a leader, a lock with a fence, a unique key.',
    notThat: 'A lock that only times out: its old holder may wake up and go on.',
  },
  {
    id: 'nobody-sees',
    symptom: 'Nobody can see what broke',
    pillar: 'control',
    question: 'What changed last, and where would its effect show?',
    step: 'Put every change on the same time line as what users get.',
    notThat: 'A repair by machine: it cannot see either.',
    next: { pillar: 'intelligence', reason: 'Only a repair that is seen can be handed over.' },
  },
  {
    id: 'bad-rollback',
    symptom: 'The rollback made it worse',
    pillar: 'control',
    question: 'Were the two versions ever safe beside each other?',
    step: 'Stop the damage first. Then change one, look, and go on; rehearse that way beforehand.',
    notThat: 'Back to the old version everywhere at once: that is a deployment too.',
  },
  {
    id: 'endless-pages',
    symptom: 'The pagers never stop',
    pillar: 'intelligence',
    question: 'Which page led to the same safe action each time?',
    step: 'Delete pages without an action. Automate the one repair that is already safe by hand.',
    notThat: 'A clever system on top of one that is too complex: remove parts first.',
    next: { pillar: 'work', reason: 'Many pages are only load that nobody turned away.' },
  },
  {
    id: 'automation-harms',
    symptom: 'The automation did it',
    pillar: 'intelligence',
    question: 'What did it believe, and who could stop it?',
    step: 'Bound what it may change at once, and let it do nothing when it sees nothing.',
    notThat: 'A better model: it will be wrong about something else, as fast.',
    next: { pillar: 'control', reason: 'A stop button belongs to people, and is rehearsed.' },
  },
] as const satisfies readonly NightmareRecord[]

export type NightmareId = (typeof all)[number]['id']

/** What hurts, where to begin, and what to leave alone. */
export interface Nightmare extends NightmareRecord {
  id: NightmareId
}

/** The matrix from symptom to first step, pillar by pillar. The advice is ours; no row has a threshold. */
export const nightmares: readonly Nightmare[] = all

/** The row with an id known from the run only; throws `UnknownId`. */
export const nightmareById: (id: string) => Nightmare = lookupIn('nightmare', nightmares)
