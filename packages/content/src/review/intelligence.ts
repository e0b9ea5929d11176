import type { ReviewQuestion } from './review-question.ts'

export const intelligenceQuestions = [
  {
    id: 'intelligence-allowed',
    pillar: 'intelligence',
    question: 'What may the system change by itself, and how much of it at once?',
    good: 'A list, a limit a minute, and a smallest result that it may never go below.',
  },
  {
    id: 'intelligence-blind',
    pillar: 'intelligence',
    question: 'What does it do when it sees nothing?',
    good: 'It holds; missing data is never taken for zero, and it says that it is blind.',
  },
  {
    id: 'intelligence-stop',
    pillar: 'intelligence',
    question: 'How does a person take over, and when was that last practised?',
    good: 'A switch, the state that it leaves behind, and a date.',
  },
  {
    id: 'intelligence-loops',
    pillar: 'intelligence',
    question: 'Which two automations could work against each other?',
    good: 'The things that both write, and who wins, by what order.',
  },
  {
    id: 'intelligence-anomaly',
    pillar: 'intelligence',
    question: 'Which deviation wakes a person, and how often was it nothing?',
    good: 'Few signals that users would feel, and the count of false alarms.',
  },
  {
    id: 'intelligence-learning',
    pillar: 'intelligence',
    question: 'What did the last three incidents change, and what proves that it helped?',
    good: 'Changes to code or rules, each with a test or an experiment that would fail without it.',
  },
] as const satisfies readonly ReviewQuestion[]
