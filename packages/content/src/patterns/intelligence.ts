import type { PatternRecord } from './pattern-record.ts'

export const intelligencePatterns = [
  {
    id: 'autoscaling',
    name: 'Autoscaling',
    pillar: 'intelligence',
    summary: 'The number or size of instances follows a target.',
    useWhen: 'Load varies, and more instances really take more load.',
    notWhen: 'The bottleneck is shared, such as a database: more callers make it worse.',
    complexity: 'medium',
    costs: 'It is late by the time that an instance boots, and it scales what should have failed.',
    sources: ['kubernetes-hpa', 'rzadca-2020-autopilot'],
  },
  {
    id: 'self-healing',
    name: 'Self-healing',
    pillar: 'intelligence',
    summary: 'The system makes the repair that a person would have made.',
    useWhen: 'You can already do the repair by hand, safely, every time.',
    notWhen: 'Nobody could stop it, or undo what it did on a wrong belief.',
    complexity: 'high',
    costs: 'The practice of those who must step in when it is wrong.',
    sources: ['bainbridge-1983-ironies', 'aws-2025-dynamodb-event'],
  },
  {
    id: 'chaos-engineering',
    name: 'Chaos engineering',
    pillar: 'intelligence',
    summary: 'Failures are caused on purpose, to test a hypothesis.',
    useWhen: 'You believe that a failure is harmless: start in a test cluster, with a stop button.',
    notWhen: 'You already know that it is not: repair that first.',
    complexity: 'medium',
    costs: 'A stop button, a small blast radius, and the time to mend what is found.',
    sources: ['basiri-2016-chaos'],
  },
] as const satisfies readonly PatternRecord[]
