import type { ClaimRecord } from './claim-record.ts'

/** Dividing work. */
export const workClaims = [
  {
    id: 'speedup-is-bounded',
    wording: 'The part that cannot be divided bounds the speed-up, however many machines you add.',
    asOf: '1967',
    sources: ['amdahl-1967-speedup'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'more-nodes-can-be-slower',
    wording:
      'When nodes must also talk to each other, beyond some point each further node takes work away.',
    asOf: '2007',
    sources: ['gunther-2007-capacity'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'So "add servers until it is fast" has an end.',
  },
  {
    id: 'queue-buys-time',
    wording: 'A queue buys time, not throughput: what waits is arrival rate times waiting time.',
    asOf: '1961',
    sources: ['little-1961-law'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'It smooths a burst. If more arrives than leaves, it only grows.',
  },
  {
    id: 'one-machine-can-win',
    wording: 'One thread of a laptop beat published results of whole clusters.',
    asOf: '2015',
    sources: ['mcsherry-2015-cost'],
    trust: 'knowledge',
    verdict: 'qualified',
    caveat: 'For graph work on data that fits one machine. Measure the simple thing first.',
  },
  {
    id: 'two-choices',
    wording:
      'Asking two random servers and taking the less busy one is nearly as good as asking all.',
    asOf: '2001',
    sources: ['mitzenmacher-2001-two-choices'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'two-instances-need-a-balancer',
    wording:
      'Two instances at one request a second already need something in front: to survive one, and to deploy.',
    asOf: '2018',
    sources: ['nygard-2018-release-it'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'Thresholds such as "only above 1,000 requests/s" have no source.',
  },
  {
    id: 'retries-sustain-outages',
    wording: 'Retries can keep a system down long after what broke it has been repaired.',
    asOf: '2022',
    sources: ['bronson-2021-metastable', 'huang-2022-metastable'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'aws-2021-retries',
    wording:
      'A surge of connections slowed the network between two parts of a region, and the retries of its clients kept it slow.',
    asOf: '2021-12-07',
    sources: ['aws-2021-event', 'huang-2022-metastable'],
    trust: 'primary',
    verdict: 'supported',
    caveat:
      'Begun by an automatic scaling step; the clients backed off less than they should have.',
  },
  {
    id: 'jitter-alone-does-not-recover',
    wording:
      'After a 5 s outage at 80 % load, three retries hold goodput at zero, even with exponential backoff and full jitter.',
    asOf: '2026-11',
    sources: ['bronson-2021-metastable'],
    trust: 'measured',
    verdict: 'measured',
    measuredBy: 'npm --prefix decks/work run measure',
    caveat: 'In a simulated server that goes on with work whose caller has left.',
  },
  {
    id: 'retry-budget-recovers',
    wording:
      'A budget of 10 % retries, and a server that drops expired work, recover within seconds.',
    asOf: '2026-11',
    sources: ['bronson-2021-metastable'],
    trust: 'measured',
    verdict: 'measured',
    measuredBy: 'npm --prefix decks/work run measure',
    caveat: 'In the same simulation.',
  },
  {
    id: 'mapreduce-is-batch',
    wording: 'MapReduce divides batch work whose pieces do not need each other.',
    asOf: '2004',
    sources: ['dean-2004-mapreduce'],
    trust: 'primary',
    verdict: 'qualified',
    caveat:
      'Much of it waits for disks and network rather than the CPU, and Google has since moved on.',
  },
  {
    id: 'provisioned-serverless-costs-idle',
    wording:
      'Serverless is billed by use, until you ask it to be ready: provisioned capacity is billed while idle.',
    asOf: '2025',
    sources: ['aws-lambda-scaling'],
    trust: 'knowledge',
    verdict: 'qualified',
    caveat: 'The documentation of scaling names both modes; prices are on another page.',
  },
] as const satisfies readonly ClaimRecord[]
