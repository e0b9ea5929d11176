import type { ReviewQuestion } from './review-question.ts'

export const stateQuestions = [
  {
    id: 'state-confirmed',
    pillar: 'state',
    question: 'When you say "confirmed", which copies have it, and where in each?',
    good: 'How many machines, in which zones, and whether on disk or in memory.',
  },
  {
    id: 'state-shared-fate',
    pillar: 'state',
    question: 'What do your copies share, down to the person who may delete them?',
    good: 'Rack, power, zone, software version, credentials; and one copy that shares none of them.',
  },
  {
    id: 'state-restore',
    pillar: 'state',
    question: 'When was the last restore, and how long did it take?',
    good: 'A date, a duration, who did it, and the schedule on which it happens again.',
  },
  {
    id: 'state-partition',
    pillar: 'state',
    question: 'By what is the data divided, and what moves when a machine leaves?',
    good: 'The key, the share that moves, how long that takes, and what users see meanwhile.',
  },
  {
    id: 'state-hot-key',
    pillar: 'state',
    question: 'Which single key could fill one machine?',
    good: 'The largest known key, its share of the load, and what would be done about it.',
  },
  {
    id: 'state-empty-cache',
    pillar: 'state',
    question: 'What does the database see on the day that the cache is empty?',
    good: 'A load test or a limit on how fast it refills, and who is served first.',
  },
] as const satisfies readonly ReviewQuestion[]
