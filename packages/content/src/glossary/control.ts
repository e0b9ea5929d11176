import type { TermRecord } from './term-record.ts'

export const controlTerms = [
  {
    id: 'blast-radius',
    term: 'Blast radius',
    pillar: 'control',
    meaning: 'How much one mistake, or one experiment, can take down.',
  },
  {
    id: 'canary',
    term: 'Canary',
    also: ['wave', 'staged rollout'],
    pillar: 'control',
    meaning:
      'The few who get a change first, while somebody compares them with the rest. A rollout in waves does so several times.',
  },
  {
    id: 'control-plane',
    term: 'Control plane',
    also: ['data plane'],
    pillar: 'control',
    meaning:
      'What decides where things run and how they are set. What serves the users, the data plane, should go on without it.',
  },
  {
    id: 'desired-state',
    term: 'Desired state',
    also: ['wanted state', 'actual state', 'drift'],
    pillar: 'control',
    meaning:
      'How things should be, written down. A loop compares it with how they are, and closes the gap again and again.',
    sources: ['kubernetes-overview'],
  },
  {
    id: 'fail-open',
    term: 'Fail open',
    also: ['panic threshold'],
    pillar: 'control',
    meaning:
      'When nearly all seem ill, doubt the thermometer: a checker that fails open sends traffic to all of them rather than to none.',
    sources: ['envoy-panic-threshold', 'aws-target-health'],
  },
  {
    id: 'feature-flag',
    term: 'Feature flag',
    also: ['flag', 'kill switch'],
    pillar: 'control',
    meaning:
      'A switch that turns behaviour on or off without a deployment. An old one that is used again wakes whatever still listens to it.',
    sources: ['sec-2013-knight'],
  },
  {
    id: 'flapping',
    term: 'Flapping',
    also: ['flap'],
    pillar: 'control',
    meaning: 'Changing between well and ill so often that the changes do more harm than either.',
  },
  {
    id: 'game-day',
    term: 'Game day',
    pillar: 'control',
    meaning:
      'Failures caused on purpose, announced, with a stop button, to see what people and machines do. Here: six incidents in ten simulated minutes.',
  },
  {
    id: 'hysteresis',
    term: 'Hysteresis',
    also: ['threshold up and down', 'patience'],
    pillar: 'control',
    meaning:
      'More evidence for a change than for staying: so many bad answers in a row until ill, so many good ones until well.',
  },
  {
    id: 'incident',
    term: 'Incident',
    also: ['outage', 'post-mortem'],
    pillar: 'control',
    meaning:
      'Something that users feel, or soon will. What is written about it afterwards asks what made it possible, and not who did it.',
    sources: ['sre-2016-on-call'],
  },
  {
    id: 'metric',
    term: 'Metric',
    also: ['log line', 'signal'],
    pillar: 'control',
    meaning:
      'A number about the system that is kept over time. Page on the pain of users, then look for the cause.',
    sources: ['sre-2016-introduction'],
  },
  {
    id: 'orchestrator',
    term: 'Orchestrator',
    also: ['workflow engine'],
    pillar: 'control',
    meaning:
      'Something that knows the steps of a process and drives them in order. Kubernetes says of itself that it is no mere orchestrator.',
    sources: ['kubernetes-overview', 'netflix-conductor'],
  },
  {
    id: 'pager',
    term: 'Page',
    also: ['pager', 'on call', 'alert'],
    pillar: 'control',
    meaning:
      'A message that wakes a person. One without an action for that person should not exist.',
    sources: ['sre-2016-on-call'],
  },
  {
    id: 'probe',
    term: 'Probe',
    also: ['liveness probe'],
    pillar: 'control',
    meaning:
      'A question to a server whose answer, or silence, is taken as its health. Slow, dead and cut off look the same after one of them.',
  },
  {
    id: 'rollback',
    term: 'Rollback',
    also: ['way back'],
    pillar: 'control',
    meaning: 'Going back to the version before. It is a deployment too, and can make things worse.',
    sources: ['sec-2013-knight'],
  },
  {
    id: 'runbook',
    term: 'Runbook',
    pillar: 'control',
    meaning:
      'The steps of a repair, written for whoever is awake. A step that is safe every time may be handed to a machine.',
  },
  {
    id: 'slo',
    term: 'SLO',
    also: ['service level objective', 'error budget'],
    pillar: 'control',
    meaning:
      'How good a service wants to be for its users, as a number over a time; what may be missing until then is the budget for change.',
    sources: ['sre-2016-slo'],
  },
  {
    id: 'stop-button',
    term: 'Stop button',
    pillar: 'control',
    meaning:
      'Something that people can press to end an experiment or an automation, and have pressed before.',
  },
] as const satisfies readonly TermRecord[]
