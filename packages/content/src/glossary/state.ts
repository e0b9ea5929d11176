import type { TermRecord } from './term-record.ts'

export const stateTerms = [
  {
    id: 'asynchronous-replication',
    term: 'Asynchronous replication',
    also: ['confirm first, copy later'],
    pillar: 'state',
    meaning:
      'A write is confirmed before the other copies have it. Fast, and what was confirmed last may be lost with the machine.',
  },
  {
    id: 'availability',
    term: 'Availability',
    also: ['up', 'uptime'],
    pillar: 'state',
    meaning:
      'The share of requests, or of time, that is answered. In the CAP theorem something narrower: every node that works answers every request.',
    sources: ['gilbert-2002-cap', 'kleppmann-2015-cap'],
  },
  {
    id: 'backup',
    term: 'Backup',
    pillar: 'state',
    meaning:
      'An older copy that no command to the live system can reach. It is one when it has been restored.',
    sources: ['gitlab-2017-postmortem'],
  },
  {
    id: 'cache',
    term: 'Cache',
    also: ['cached', 'hit', 'miss'],
    pillar: 'state',
    meaning: 'A copy near the reader that may be stale, and that may be empty on any day.',
  },
  {
    id: 'correlated-failure',
    term: 'Correlated failure',
    also: ['shared fate', 'fail apart'],
    pillar: 'state',
    meaning:
      'Things that break together because they share something: a rack, a zone, a version, a command. Copies with one fate are one copy.',
    sources: ['ford-2010-availability'],
  },
  {
    id: 'durability',
    term: 'Durability',
    pillar: 'state',
    meaning: 'What was confirmed is still there later. Up and durable are two things.',
  },
  {
    id: 'failover',
    term: 'Failover',
    also: ['takeover', 'standby'],
    pillar: 'state',
    meaning:
      'A copy takes the place of the one that failed. What the copy had not received is then lost, or must be found again.',
    sources: ['github-2018-analysis'],
  },
  {
    id: 'hash-ring',
    term: 'Hash ring',
    also: ['ring'],
    pillar: 'state',
    meaning:
      'Keys and nodes are points on a circle, and a key belongs to the next node clockwise. When a node leaves, only its own keys move.',
    sources: ['karger-1997-hashing'],
  },
  {
    id: 'hot-key',
    term: 'Hot key',
    also: ['hot spot'],
    pillar: 'state',
    meaning:
      'One key that gets more requests than a machine can serve. Dividing keys does not help.',
  },
  {
    id: 'modulo-hashing',
    term: 'Hash modulo N',
    also: ['mod N', 'modulo'],
    pillar: 'state',
    meaning:
      'The owner of a key is the remainder of its hash. When the number of machines changes, nearly every key has another owner.',
  },
  {
    id: 'primary',
    term: 'Primary',
    also: ['leader of replication'],
    pillar: 'state',
    meaning: 'The one copy that takes writes, and passes them on to the others.',
  },
  {
    id: 'region',
    term: 'Region',
    pillar: 'state',
    meaning:
      'A place on the map with several zones. Between two of them a message takes tens of milliseconds, which nobody can buy back.',
    sources: ['singla-2014-light'],
  },
  {
    id: 'replica',
    term: 'Replica',
    also: ['copy', 'replicate', 'replicated'],
    pillar: 'state',
    meaning:
      'One of several live copies that follow each other. It repeats a delete as faithfully as a write, so it is no backup.',
  },
  {
    id: 'restore',
    term: 'Restore',
    also: ['recovery'],
    pillar: 'state',
    meaning: 'Getting data back from a backup: the part of it that must be rehearsed and timed.',
    sources: ['gitlab-2017-postmortem'],
  },
  {
    id: 'shard',
    term: 'Shard',
    also: ['partition of the data'],
    pillar: 'state',
    meaning:
      'One machine’s part of the data. Also called a partition, which is not a split network.',
  },
  {
    id: 'stale',
    term: 'Stale',
    also: ['stale read', 'out of date'],
    pillar: 'state',
    meaning: 'True once: an answer that does not know of a write that was already confirmed.',
  },
  {
    id: 'synchronous-replication',
    term: 'Synchronous replication',
    pillar: 'state',
    meaning:
      'A write is confirmed when other copies have it too. It costs waiting for them; waiting for most and not all of them leaves the slowest out.',
  },
  {
    id: 'virtual-node',
    term: 'Virtual node',
    also: ['places on the ring', 'vnode'],
    pillar: 'state',
    meaning:
      'One of many places that a machine has on a hash ring, so that all get about the same share.',
    sources: ['decandia-2007-dynamo'],
  },
  {
    id: 'zone',
    term: 'Zone',
    also: ['availability zone'],
    pillar: 'state',
    meaning: 'A part of a region with power and network of its own, so that zones fail apart.',
  },
] as const satisfies readonly TermRecord[]
