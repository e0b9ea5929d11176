import type { TermRecord } from './term-record.ts'

export const intelligenceTerms = [
  {
    id: 'autoscaler',
    term: 'Autoscaler',
    also: ['scaler', 'HPA'],
    pillar: 'intelligence',
    meaning:
      'A loop that adds and removes instances so that a measurement stays near a target. It sees late, and each order takes effect later still.',
    sources: ['kubernetes-hpa'],
  },
  {
    id: 'blind',
    term: 'Blind',
    also: ['missing metrics', 'no data'],
    pillar: 'intelligence',
    meaning: 'Without fresh measurements. Who cannot see holds still: no data is not zero.',
  },
  {
    id: 'cooldown',
    term: 'Stabilisation window',
    also: ['cooldown', 'scale-down delay', 'stabilization'],
    pillar: 'intelligence',
    meaning:
      'A time over which an autoscaler remembers what it wanted, and takes the highest of it before it removes anything.',
    sources: ['kubernetes-hpa'],
  },
  {
    id: 'feedback-loop',
    term: 'Feedback loop',
    also: ['control loop', 'loop', 'set point'],
    pillar: 'intelligence',
    meaning:
      'Measure, compare with what is wanted, act, measure again. With delay in it, it can swing for ever.',
  },
  {
    id: 'healer',
    term: 'Healer',
    also: ['auto-recovery'],
    pillar: 'intelligence',
    meaning:
      'An automation that restarts or replaces what seems ill. Without a limit it can restart everything that is only slow.',
  },
  {
    id: 'ironies-of-automation',
    term: 'Ironies of automation',
    also: ['automation paradox'],
    pillar: 'intelligence',
    meaning:
      'Automation takes the easy cases, leaves people the hardest ones, and takes away the practice to handle them.',
    sources: ['bainbridge-1983-ironies'],
  },
  {
    id: 'limits',
    term: 'Limits of an automation',
    also: ['rate limit', 'budget of actions', 'brake'],
    pillar: 'intelligence',
    meaning:
      'Bounds outside the rule that decides: how much at once, how often, how far, and nothing while blind.',
  },
  {
    id: 'median',
    term: 'Median',
    pillar: 'intelligence',
    meaning:
      'The middle one of sorted values. One broken sensor of five cannot move it far; it can move the mean anywhere.',
    sources: ['nist-2012-outliers'],
  },
  {
    id: 'outlier',
    term: 'Outlier',
    pillar: 'intelligence',
    meaning: 'A value far from the others. It may be a broken sensor, or the only one that sees.',
    sources: ['nist-2012-outliers'],
  },
  {
    id: 'predictive-scaling',
    term: 'Predictive scaling',
    pillar: 'intelligence',
    meaning:
      'Adding instances before a load that came at the same time before. It knows no new day.',
    sources: ['aws-predictive-scaling'],
  },
  {
    id: 'slack',
    term: 'Slack',
    also: ['reserve', 'headroom'],
    pillar: 'intelligence',
    meaning:
      'What was reserved and is not used. It costs money, and it is what absorbs a surprise.',
    sources: ['rzadca-2020-autopilot'],
  },
  {
    id: 'target-tracking',
    term: 'Target tracking',
    pillar: 'intelligence',
    meaning:
      'Scaling in proportion: wanted replicas are present replicas times measured over target, rounded up. A threshold only says more or less.',
    sources: ['kubernetes-hpa'],
  },
] as const satisfies readonly TermRecord[]
