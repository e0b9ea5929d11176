import type { DeepDiveRecord } from './deep-dive.ts'

export const controlDeepDives = [
  {
    id: 'control-three-ways',
    pillar: 'control',
    title: 'Who makes the next step happen?',
    columns: ['', 'Orchestration', 'Choreography', 'Reconciliation'],
    rows: [
      {
        cells: ['who knows all', 'an engine', 'nobody', 'who wrote what should be'],
        sources: ['netflix-conductor', 'kubernetes-overview'],
      },
      {
        cells: [
          'what starts a step',
          'the engine',
          'an event was heard',
          'a loop saw a difference',
        ],
        sources: ['netflix-conductor', 'kubernetes-overview'],
      },
      {
        cells: [
          'a step fails',
          'retried, or undone',
          'each service for itself',
          'seen again, done again',
        ],
        sources: ['garcia-molina-1987-sagas', 'kubernetes-overview'],
      },
      {
        cells: [
          'where it stands',
          'ask the engine',
          'follow the events',
          'compare with what should be',
        ],
        sources: ['netflix-conductor'],
      },
      {
        cells: ['seen in', 'Netflix Conductor', 'event streams', 'Kubernetes'],
        sources: ['netflix-conductor', 'kubernetes-overview'],
      },
    ],
    caveat: 'Most companies have all three. None of them is better in general.',
  },
] as const satisfies readonly DeepDiveRecord[]
