import type { TermRecord } from './term-record.ts'

/** What the kit calls its own things. */
export const kitTerms = [
  {
    id: 'brief',
    term: 'Brief',
    meaning: 'The page that says what is to be written and which promises will be tested.',
  },
  {
    id: 'fault-plan',
    term: 'Fault plan',
    also: ['faults'],
    meaning:
      'What breaks in a simulated world, and when: crashes, cuts, slow links, lost messages.',
  },
  {
    id: 'hidden-suite',
    term: 'Hidden suite',
    also: ['graded tests'],
    meaning:
      'The tests that grade. They stay with the host; whatever they test stands in the brief.',
  },
  { id: 'host', term: 'Host', meaning: 'Who runs a workshop day, and judges.' },
  {
    id: 'judge',
    term: 'Judge',
    also: ['verdict', 'grade'],
    meaning:
      'Runs the hidden suite on a file that it does not trust, and names the first broken promise with the smallest run that shows it.',
  },
  { id: 'kill-matrix', term: 'Kill matrix', meaning: 'Which hidden test finds which mutant out.' },
  {
    id: 'learner-kit',
    term: 'Kit',
    also: ['learner’s kit'],
    meaning: 'What learners get: briefs, starters, open checks, and nothing that is hidden.',
  },
  {
    id: 'mutant',
    term: 'Mutant',
    meaning:
      'A wrong solution, with a mistake that people really make. The hidden suite must fail it.',
  },
  {
    id: 'part',
    term: 'Part',
    meaning:
      'A piece of an exercise with points of its own; a stretch part costs nothing when left out.',
  },
  {
    id: 'promise',
    term: 'Promise',
    meaning: 'One property that a solution keeps, numbered in the brief, and graded.',
  },
  {
    id: 'replay-token',
    term: 'Replay token',
    also: ['replay'],
    meaning: 'A word that repeats a failed run, call by call or event by event, on any machine.',
  },
  {
    id: 'scenario',
    term: 'Scenario',
    meaning: 'The file that puts a learner’s code into a simulated world.',
  },
  {
    id: 'seed',
    term: 'Seed',
    also: ['deterministic', 'determinism'],
    meaning: 'The number from which all chance of a run follows: the same seed gives the same run.',
  },
  {
    id: 'starter',
    term: 'Starter',
    meaning: 'The file that a learner edits and hands in; it begins with what is to be written.',
  },
  {
    id: 'submission',
    term: 'Submission',
    meaning: 'A starter that was filled in and handed to the host: one file.',
  },
  {
    id: 'trace',
    term: 'Trace',
    also: ['recording', 'run'],
    meaning:
      'All that happened in a run, as data. The terminal story, the diagram and the player show the same one. Elsewhere: the way of one request through many services.',
  },
  {
    id: 'visible-suite',
    term: 'Open checks',
    also: ['visible suite', 'open tests'],
    meaning: 'The tests that learners see and run as often as they like: a start, not the whole.',
  },
  {
    id: 'world',
    term: 'World',
    also: ['simulated world', 'simulation', 'virtual time'],
    meaning:
      'Simulated machines, network and clocks that break on purpose. Its time is virtual: a minute takes no minute.',
  },
] as const satisfies readonly TermRecord[]
