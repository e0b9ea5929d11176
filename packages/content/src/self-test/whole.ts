import type { SelfTestQuestion } from './self-test-question.ts'

/** Choosing, combining and predicting: what no pillar has for itself. */
export const wholeQuestions = [
  {
    id: 'five-questions',
    question:
      'Which five questions would you ask of any system, and what raises the next one each time?',
    answer:
      'Who does the work, and what waits? Then there are several machines, so: where does the data live, and how would you get it back? Then there are copies: who must agree? Then it changes: who notices, and who can stop it? Then people cannot keep up: what may it decide by itself?',
    deck: 'overview',
    slide: 'Five questions to ask of any distributed system',
  },
  {
    id: 'right-pillar',
    question:
      'A system is still slow after more servers. Why is agreement not the next step, and what is?',
    answer:
      'Agreement never made anything faster: each decision waits for a majority. Measure which resource is saturated: servers, the database, or nothing but a burst; then divide the work, read less, or let it wait.',
    deck: 'truth',
    slide: 'Agreement never made anything faster',
  },
  {
    id: 'pillars-of-a-system',
    question: 'Name a real system, the pillars that it stands on, and what a fair speaker adds.',
    answer:
      'For example stateless servers and caches: Work and State, and the database must survive an empty cache. Copies that agree on one order: State and Truth, and deletes are not covered. The risk is in the seam between two pillars.',
    deck: 'finale',
    slide: 'Real systems stand on more than one pillar',
  },
  {
    id: 'predict-failure',
    question:
      'A shop answers a cart from the first replica that replies. How does a confirmed line get lost without any error?',
    answer:
      'A replica that was cut off for a moment comes back, is fast, and answers first with an old cart. Nobody alarms, since all are healthy. Two writers and two readers of three would have met in one.',
    deck: 'finale',
    slide: 'Read one, write one, and a deaf replica',
  },
  {
    id: 'off-the-path',
    question:
      'A click is to be answered within a tenth of a second, and three continents shall know of it. What is on the path?',
    answer:
      'Only what is near. Waiting for all regions does not fit, and for a majority of them it takes nearly everything. Begin from the nearest copy, and tell the others afterwards.',
    deck: 'finale',
    slide: 'What crosses an ocean stays off the path',
  },
  {
    id: 'lead-a-debrief',
    question: 'You lead the debrief of an outage. In which order do you ask?',
    answer:
      'Where users felt it, and for how long. When it should have been over. What the machine decided, and what it saw then: it was mostly right about what it saw. Who was paged, and whether there was still something to do. Nobody is asked who is to blame.',
    deck: 'finale',
    slide: "Read a recording from the users' side",
  },
] as const satisfies readonly SelfTestQuestion[]
