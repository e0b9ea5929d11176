import type { ReviewQuestion } from './review-question.ts'

export const controlQuestions = [
  {
    id: 'control-notice',
    pillar: 'control',
    question: 'Who notices first that users are not served, and by what?',
    good: 'A signal at the edge and not in the server, and the minutes until somebody looks.',
  },
  {
    id: 'control-last-change',
    pillar: 'control',
    question: 'How do you see what changed last, and who has it already?',
    good: 'One list of code, configuration and generated data, with times and shares.',
  },
  {
    id: 'control-health',
    pillar: 'control',
    question: 'What exactly does the health check prove, and what would it never see?',
    good: 'Which dependencies it touches, and what happens when it fails for all at once.',
  },
  {
    id: 'control-rollout',
    pillar: 'control',
    question: 'How many users meet a change in its first ten minutes?',
    good: 'A share, what is looked at before the next step, and who or what stops it.',
  },
  {
    id: 'control-way-back',
    pillar: 'control',
    question: 'When was the way back last walked, with both versions running?',
    good: 'A date, and the proof that neighbouring versions are safe beside each other.',
  },
  {
    id: 'control-stop',
    pillar: 'control',
    question: 'Which switch stops everything, and who may use it without asking?',
    good: 'A name, a place, and when it was last tried.',
  },
] as const satisfies readonly ReviewQuestion[]
