import type { ClaimRecord } from './claim-record.ts'

/** Steering. */
export const controlClaims = [
  {
    id: 'outages-start-with-a-change',
    wording:
      'Most outages start with a change; most disasters with an error handler nobody tested.',
    asOf: '2016',
    sources: ['sre-2016-introduction', 'yuan-2014-testing'],
    trust: 'secondary',
    verdict: 'supported',
  },
  {
    id: 'knight-flag-woke-dead-code',
    wording:
      'A flag used again woke code that had been dead since 2003, on the one server without the update.',
    asOf: '2012-08-01',
    sources: ['sec-2013-knight'],
    trust: 'primary',
    verdict: 'supported',
  },
  {
    id: 'knight-rollback-made-it-worse',
    wording: 'Knight rolled the seven good servers back, and so woke the dead code there too.',
    asOf: '2012-08-01',
    sources: ['sec-2013-knight'],
    trust: 'primary',
    verdict: 'supported',
    caveat: 'There was no kill switch.',
  },
  {
    id: 'neighbouring-versions-must-fit',
    wording:
      'Mixed versions are normal, so neighbouring versions must be safe together. A rollback is a deployment too.',
    asOf: '2013',
    sources: ['sec-2013-knight'],
    trust: 'primary',
    verdict: 'corrected',
    caveat: 'Our lesson. "Mostly deployed is completely broken" would forbid every canary.',
  },
  {
    id: 'cloudflare-file-doubled',
    wording:
      'A generated file doubled in size, was pushed everywhere within minutes, and crashed the proxies at a hard limit.',
    asOf: '2025-11-18',
    sources: ['cloudflare-2025-outage'],
    trust: 'secondary',
    verdict: 'supported',
    caveat: 'Restored in the main at 14:30 UTC, normal at 17:06.',
  },
  {
    id: 'cloudflare-config-at-once',
    wording: 'New code went out in stages, and configuration to all machines at once.',
    asOf: '2025-12-19',
    sources: ['cloudflare-2025-outage', 'cloudflare-2025-fail-small'],
    trust: 'secondary',
    verdict: 'supported',
    caveat: 'Cloudflare has since given configuration the stages of code.',
  },
  {
    id: 'kubernetes-reconciles',
    wording:
      'Kubernetes does not conduct: independent loops keep comparing what is with what should be.',
    asOf: '2025',
    sources: ['kubernetes-overview'],
    trust: 'primary',
    verdict: 'corrected',
    caveat: 'Its own overview says that it is not a mere orchestration system.',
  },
  {
    id: 'netflix-built-an-orchestrator',
    wording:
      'Netflix built a workflow engine because services reacting to each other became hard to follow.',
    asOf: '2023',
    sources: ['netflix-conductor'],
    trust: 'primary',
    verdict: 'corrected',
    caveat: 'It is often named as the model of choreography.',
  },
  {
    id: 'detection-is-not-recovery',
    wording: 'Detecting a failure restores nothing: there must be a second copy to turn to.',
    asOf: '2018',
    sources: ['nygard-2018-release-it'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'Health checks and circuit breakers come after redundancy, not instead of it.',
  },
  {
    id: 'balancers-fail-open',
    wording: 'If every target fails its check, the load balancers of AWS send work to all of them.',
    asOf: '2026',
    sources: ['aws-target-health'],
    trust: 'primary',
    verdict: 'supported',
  },
  {
    id: 'breaker-and-bulkhead',
    wording:
      'A bulkhead bounds how many may wait for one dependency; a breaker stops asking for a while.',
    asOf: '2018',
    sources: ['nygard-2018-release-it'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'knight-no-procedure',
    wording: 'Nobody at Knight had a procedure for such a morning.',
    asOf: '2012-08-01',
    sources: ['sec-2013-knight'],
    trust: 'secondary',
    verdict: 'supported',
    caveat: 'The regulator: no supervisory procedures for significant technical incidents.',
  },
] as const satisfies readonly ClaimRecord[]
