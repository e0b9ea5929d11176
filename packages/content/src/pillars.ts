import { patterns } from './patterns.ts'
import type { PatternId } from './patterns.ts'
import type { PillarId } from './pillar-id.ts'
import { lookupIn } from './unknown-id.ts'

/** One of the five problem areas of any distributed system. */
export interface Pillar {
  id: PillarId
  name: string
  /** The question to ask of a system. */
  question: string
  /** What it feels like when nobody asked. */
  pain: string
  /** What the pillar does about it. */
  answer: string
  patterns: readonly PatternId[]
}

/** The five pillars, in teaching order. */
export const pillars: readonly Pillar[] = [
  {
    id: 'work',
    name: 'Work',
    question: 'Who does the work, and what waits?',
    pain: 'One machine is too slow, or gone.',
    answer: 'Divide the work, fairly, and drop what nobody waits for any more.',
    patterns: patternsOf('work'),
  },
  {
    id: 'state',
    name: 'State',
    question: 'Where does the data live, and how would you get it back?',
    pain: 'A disk dies, and the copy was a copy of the mistake.',
    answer: 'Keep copies that fail apart, and restore one on a schedule.',
    patterns: patternsOf('state'),
  },
  {
    id: 'truth',
    name: 'Truth',
    question: 'Who must agree, and what breaks if they do not?',
    pain: 'Two places are right, and they disagree.',
    answer: 'Agree where it matters, converge where it does not.',
    patterns: patternsOf('truth'),
  },
  {
    id: 'control',
    name: 'Control',
    question: 'Who notices, who may change it, and who can stop it?',
    pain: 'A change went everywhere, and so did the way back.',
    answer: 'See first, change a little at a time, and rehearse the way back.',
    patterns: patternsOf('control'),
  },
  {
    id: 'intelligence',
    name: 'Intelligence',
    question: 'What may it decide by itself, and who can say no?',
    pain: 'People cannot keep up, and the automation is wrong with great speed.',
    answer: 'Automate what you can do by hand safely, within limits it cannot pass.',
    patterns: patternsOf('intelligence'),
  },
]

/** The pillar with an id known from the run only; throws `UnknownId`. */
export const pillarById: (id: string) => Pillar = lookupIn('pillar', pillars)

/** The pillar with this id. */
export function pillar(id: PillarId): Pillar {
  return pillarById(id)
}

function patternsOf(id: PillarId): readonly PatternId[] {
  return patterns.filter((each) => each.pillar === id).map((each) => each.id)
}
