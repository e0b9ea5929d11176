import type { DeepDiveRecord } from './deep-dive.ts'

export const intelligenceDeepDives = [
  {
    id: 'intelligence-ladder',
    pillar: 'intelligence',
    title: 'Who notices, decides, acts, and may stop it?',
    columns: ['Step', 'Notices', 'Decides', 'Acts', 'May stop it'],
    rows: [
      {
        cells: ['alert', 'the machine', 'a person', 'a person', 'nobody needs to'],
        sources: ['sre-2016-on-call'],
      },
      {
        cells: ['react', 'the machine', 'a rule', 'the machine', 'who set the limits'],
        sources: ['kubernetes-hpa'],
      },
      {
        cells: [
          'predict',
          'the machine',
          'a forecast',
          'the machine, early',
          'who compares with what came',
        ],
        sources: ['rzadca-2020-autopilot'],
      },
      {
        cells: [
          'heal',
          'the machine',
          'a runbook as code',
          'the machine',
          'a person who has practised',
        ],
        sources: ['bainbridge-1983-ironies', 'aws-2025-dynamodb-event'],
      },
      {
        cells: ['learn', 'people, afterwards', 'people', 'people', 'whoever reads the report'],
        sources: ['cook-1998-failure'],
      },
    ],
    caveat: 'A ladder of questions: no company stands on a step as a whole, and higher is no aim.',
  },
] as const satisfies readonly DeepDiveRecord[]
