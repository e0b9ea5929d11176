import type { ClaimRecord } from './claim-record.ts'

/** Systems that act by themselves. */
export const intelligenceClaims = [
  {
    id: 'autopilot-halves-slack',
    wording:
      "Google's Autopilot halved the unused reserve, and ten times fewer jobs ran badly out of memory.",
    asOf: '2020',
    sources: ['rzadca-2020-autopilot'],
    trust: 'primary',
    verdict: 'supported',
  },
  {
    id: 'ironies-of-automation',
    wording: 'Automation leaves people the hardest cases, and takes away the practice.',
    asOf: '1983',
    sources: ['bainbridge-1983-ironies'],
    trust: 'secondary',
    verdict: 'supported',
    caveat: 'After Bainbridge; not her words.',
  },
  {
    id: 'aws-automations-raced',
    wording:
      'Two automations raced: an old plan was applied, then cleaned up, and the record for DynamoDB was left empty. The automation could not repair that.',
    asOf: '2025-10-20',
    sources: ['aws-2025-dynamodb-event'],
    trust: 'secondary',
    verdict: 'supported',
  },
  {
    id: 'remove-parts-first',
    wording:
      'Too complex? Remove parts first. Automate only what you can already do by hand, safely.',
    asOf: '1983',
    sources: ['bainbridge-1983-ironies', 'cook-1998-failure'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'Our rule. Automation that learns adds parts to a system that already has too many.',
  },
  {
    id: 'chaos-monkey-in-office-hours',
    wording:
      'Chaos Monkey killed instances in working hours, so that the same failure was boring at night.',
    asOf: '2010',
    sources: ['ciancutti-2010-lessons', 'basiri-2016-chaos'],
    trust: 'secondary',
    verdict: 'qualified',
    caveat: 'Netflix later moved to experiments with a small blast radius.',
  },
  {
    id: 'fail-constantly',
    wording: 'The best way to avoid failure is to fail constantly.',
    asOf: '2010-12-16',
    sources: ['ciancutti-2010-lessons'],
    trust: 'secondary',
    verdict: 'supported',
    caveat: "John Ciancutti's words, on the Netflix Technology Blog.",
  },
  {
    id: 'autoscalers-track-a-target',
    wording:
      'An autoscaler tracks a target: replicas times current over target, and nothing within a tolerance.',
    asOf: '2025',
    sources: ['kubernetes-hpa'],
    trust: 'primary',
    verdict: 'corrected',
    caveat: '"Above 80 % CPU add one" is not how they work.',
  },
  {
    id: 'chaos-starts-small',
    wording: 'Start breaking things in a test cluster, with a hypothesis and a stop button.',
    asOf: '2016',
    sources: ['basiri-2016-chaos'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'No price of downtime has to be reached first.',
  },
  {
    id: 'twine-scale',
    wording: 'Twine runs the machines of a whole region, about a million, under one control plane.',
    asOf: '2020',
    sources: ['tang-2020-twine'],
    trust: 'primary',
    verdict: 'supported',
    caveat:
      'At what is now Meta. A cluster manager that people operate, not a system without them.',
  },
  {
    id: 'hpa-without-metrics',
    wording:
      'Where metrics are missing, Kubernetes takes the replica for fully busy before it removes one, and for idle before it adds one.',
    asOf: '2025',
    sources: ['kubernetes-hpa'],
    trust: 'primary',
    verdict: 'qualified',
    caveat: '"Fully" is the whole of the target. Where no metric comes at all, it changes nothing.',
  },
  {
    id: 'hpa-takes-the-mean',
    wording: 'Kubernetes sizes a fleet by the mean over its replicas.',
    asOf: '2025',
    sources: ['kubernetes-hpa'],
    trust: 'primary',
    verdict: 'supported',
  },
  {
    id: 'predictive-scaling-only-adds',
    wording:
      'Predictive scaling can begin as a forecast that nobody acts on, and a forecast never removes anything.',
    asOf: '2025',
    sources: ['aws-predictive-scaling'],
    trust: 'primary',
    verdict: 'supported',
    caveat: 'A feature that customers turn on, not something that happens by itself.',
  },
  {
    id: 'chap-small-slice',
    wording:
      'Netflix sent a small share of its traffic through the experiment, and an equal one through a control group.',
    asOf: '2017',
    sources: ['netflix-2017-chap'],
    trust: 'primary',
    verdict: 'supported',
    caveat: 'Its older experiments hurt the whole system before they could be told from noise.',
  },
  {
    id: 'aws-stopped-by-hand',
    wording: 'People put the addresses back by hand, and switched the automation off, worldwide.',
    asOf: '2025-10-20',
    sources: ['aws-2025-dynamodb-event'],
    trust: 'secondary',
    verdict: 'supported',
  },
  {
    id: 'aws-removed-healthy-nodes',
    wording:
      'New machines were checked before their network was there; checks failed and came back, and healthy load balancers were taken out, until people switched the failover off.',
    asOf: '2025-10-20',
    sources: ['aws-2025-dynamodb-event'],
    trust: 'secondary',
    verdict: 'supported',
    caveat: 'Amazon then announced a limit on how much one failover may remove.',
  },
] as const satisfies readonly ClaimRecord[]
