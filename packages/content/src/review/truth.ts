import type { ReviewQuestion } from './review-question.ts'

export const truthQuestions = [
  {
    id: 'truth-owner',
    pillar: 'truth',
    question: 'For each fact: which one place is right when two differ?',
    good: 'One owner a fact, and everything else called a copy with an age.',
  },
  {
    id: 'truth-staleness',
    pillar: 'truth',
    question: 'How old may an answer be, and who has agreed to that?',
    good: 'A bound in seconds for each kind of read, and what happens beyond it.',
  },
  {
    id: 'truth-two-deciders',
    pillar: 'truth',
    question: 'What breaks if two act as the only one at the same moment?',
    good: 'The harm, a number that makes an old decider harmless, and where that number is checked.',
  },
  {
    id: 'truth-split',
    pillar: 'truth',
    question: 'What does each operation do while the network is split: refuse, or risk what?',
    good: 'An answer for each operation, and how the two sides come together again.',
  },
  {
    id: 'truth-half-done',
    pillar: 'truth',
    question: 'How does a change across two services end when the second one never answers?',
    good: 'The boundary of the transaction, the step that makes up for it, and who starts that step.',
  },
  {
    id: 'truth-conflict',
    pillar: 'truth',
    question: 'Two people change the same thing apart: whose change remains, and who is told?',
    good: 'A rule for merging, or a person; never "the last clock wins" by accident.',
  },
] as const satisfies readonly ReviewQuestion[]
