import type { ClaimRecord } from './claim-record.ts'

/** Keeping data. */
export const stateClaims = [
  {
    id: 'copied-is-not-recoverable',
    wording:
      'Replicated is not backed up, and backed up is not recoverable until you have restored it on a schedule.',
    asOf: '2017-02-10',
    sources: ['gitlab-2017-postmortem'],
    trust: 'primary',
    verdict: 'supported',
    caveat: "Our words for GitLab's lesson.",
  },
  {
    id: 'gitlab-backups-failed',
    wording:
      'Database dumps had failed silently, disk snapshots were off for the database, and the replica had just been wiped.',
    asOf: '2017-01-31',
    sources: ['gitlab-2017-postmortem'],
    trust: 'primary',
    verdict: 'supported',
    caveat: 'A copy taken by chance six hours earlier saved the rest.',
  },
  {
    id: 'eventual-means-stale',
    wording:
      'Eventually consistent means stale for a while, by design: replicas agree once updates stop.',
    asOf: '2009',
    sources: ['vogels-2009-eventually', 'shapiro-2011-crdts'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat:
      '"Eventually wrong" is wrong. What is missing is a bound on how stale, and on what a reader sees meanwhile.',
  },
  {
    id: 'cap-when-split',
    wording:
      'When the network splits, refuse or risk a stale or conflicting answer. You may choose for each operation.',
    asOf: '2012',
    sources: ['brewer-2012-cap', 'gilbert-2002-cap'],
    trust: 'primary',
    verdict: 'corrected',
    caveat: '"Pick two of three" misleads, says the author of the conjecture himself.',
  },
  {
    id: 'pacelc-otherwise',
    wording: 'When the network is whole, wait for the other copies or risk a stale answer.',
    asOf: '2012',
    sources: ['abadi-2012-pacelc'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'splits-are-not-a-choice',
    wording: 'Nobody gets to choose that the network will not split.',
    asOf: '2015',
    sources: ['kleppmann-2015-cap', 'gilbert-2002-cap'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat: 'A single machine is "consistent and available" only in the trivial sense.',
  },
  {
    id: 'banks-bound-the-risk',
    wording:
      'Banks choose a bounded risk and an audit: a cash machine that is cut off still pays, up to a limit.',
    asOf: '2012',
    sources: ['brewer-2012-cap'],
    trust: 'primary',
    verdict: 'corrected',
    caveat: '"Banks choose consistency over availability" is the usual story, and wrong.',
  },
  {
    id: 'github-both-coasts-wrote',
    wording:
      'Forty-three seconds without contact, a day to reconcile: both coasts of GitHub took writes.',
    asOf: '2018-10-22',
    sources: ['github-2018-analysis'],
    trust: 'secondary',
    verdict: 'supported',
  },
  {
    id: 'when-to-shard',
    wording:
      'Shard when one machine cannot hold the working set, take the writes, or be restored in the time you have.',
    asOf: '2007',
    sources: ['decandia-2007-dynamo'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat:
      'Our rule. Thresholds in terabytes have no source, and sharding itself creates questions of truth.',
  },
  {
    id: 'acknowledged-writes-survive',
    wording: 'With a majority that keeps its disks, no acknowledged write is lost.',
    asOf: '2025-12',
    sources: ['ongaro-2014-raft', 'jepsen-2025-nats'],
    trust: 'secondary',
    verdict: 'corrected',
    caveat:
      'If acknowledged means stored. Deletes, bugs and operators are not covered, so "zero data loss" is not either.',
  },
  {
    id: 'ring-moves-only-its-share',
    wording: 'On a ring only the keys of the node that left move; with hash mod N nearly all do.',
    asOf: '1997',
    sources: ['karger-1997-hashing'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'cassandra-per-query',
    wording: 'With each query you say how many copies must answer it.',
    asOf: '2016',
    sources: ['datastax-2016-consistency'],
    trust: 'primary',
    verdict: 'corrected',
    caveat:
      'In Apache Cassandra. "It is AP" labels a whole database with what is a choice for each read and write.',
  },
  {
    id: 'many-places-even-out',
    wording: 'Many places for each node even the shares out, and spread what a lost node had.',
    asOf: '2007',
    sources: ['karger-1997-hashing', 'decandia-2007-dynamo'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'memcache-scale',
    wording:
      'Stateless servers in front of a fleet of caches answered billions of requests a second.',
    asOf: '2013',
    sources: ['nishtala-2013-memcache'],
    trust: 'primary',
    verdict: 'supported',
    caveat: 'At Facebook, as the company was called then: cache reads, not page views.',
  },
] as const satisfies readonly ClaimRecord[]
