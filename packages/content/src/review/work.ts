import type { ReviewQuestion } from './review-question.ts'

export const workQuestions = [
  {
    id: 'work-when-full',
    pillar: 'work',
    question: 'What happens to the next request when everything is full?',
    good: 'The limit of each queue, who is refused first, and that the refusal is fast and tested.',
  },
  {
    id: 'work-choice',
    pillar: 'work',
    question: 'How is the server for a request chosen, and what does a slow one do to that?',
    good: 'A rule that looks at what is waiting, and a measurement with one server slowed down.',
  },
  {
    id: 'work-attempts',
    pillar: 'work',
    question: 'How many attempts can one call of a user become, at the worst?',
    good: 'The product over all layers, a budget for retries, and which calls are never repeated.',
  },
  {
    id: 'work-deadline',
    pillar: 'work',
    question: 'Who drops work that nobody waits for any more?',
    good: 'A deadline that travels with the call, and the place in the server where it is looked at.',
  },
  {
    id: 'work-scaling-trigger',
    pillar: 'work',
    question: 'What makes you add a server, and how long until it helps?',
    good: 'The signal, the time to boot, and what serves the users in between.',
  },
  {
    id: 'work-batch-or-stream',
    pillar: 'work',
    question: 'Which work must be done now, and which may wait until tonight?',
    good: 'Two lists, an owner for each, and a line between them that keeps one from starving the other.',
  },
  {
    id: 'work-first-limit',
    pillar: 'work',
    question: 'Which resource is full first if the load doubles?',
    good: 'A measurement for each resource, and the serial part that no server can divide.',
  },
] as const satisfies readonly ReviewQuestion[]
