import type { PatternRecord } from './pattern-record.ts'

export const statePatterns = [
  {
    id: 'caching',
    name: 'Caching',
    pillar: 'state',
    summary: 'A copy of what is often read stays near the reader.',
    useWhen:
      'The same things are read far more often than they change, and a stale answer does no harm.',
    notWhen: 'The database cannot survive an empty cache, or every read must be the newest.',
    complexity: 'medium',
    costs: 'Stale answers, and a day on which the cache is empty.',
    sources: ['nishtala-2013-memcache'],
  },
  {
    id: 'replication',
    name: 'Replication',
    pillar: 'state',
    summary: 'The same data lives on several machines, in several places that fail apart.',
    useWhen:
      'Data must outlive a machine: copies in several zones are normal within one region too.',
    notWhen: 'You look for a backup: a delete is replicated as faithfully as a write.',
    complexity: 'medium',
    costs: 'Waiting for copies or losing what they lack, and a failover that must be rehearsed.',
    sources: ['decandia-2007-dynamo', 'github-2018-analysis'],
  },
  {
    id: 'sharding',
    name: 'Sharding',
    pillar: 'state',
    summary: 'Each machine holds its part of the data.',
    useWhen:
      'One machine cannot hold the working set, take the writes, or be restored in the time you have.',
    notWhen: 'A bigger machine or a cache would do: work across shards raises questions of truth.',
    complexity: 'high',
    costs: 'Whatever spans two parts: queries, transactions, and moving keys while users watch.',
    sources: ['decandia-2007-dynamo'],
  },
  {
    id: 'consistent-hashing',
    name: 'Consistent hashing',
    pillar: 'state',
    summary:
      'Keys and nodes share a ring, so that only the keys of the node that comes or goes move.',
    useWhen: 'Nodes come and go while keys must be found without a directory.',
    notWhen: 'The set of nodes is fixed, or a directory can say where each key is.',
    complexity: 'medium',
    costs: 'A table that everybody must have in the same version; hot keys stay hot.',
    sources: ['karger-1997-hashing'],
  },
  {
    id: 'backup-and-restore',
    name: 'Backup and restore',
    pillar: 'state',
    summary: 'An older copy out of reach of the live system, restored on a schedule.',
    useWhen: 'There is data that you would miss.',
    notWhen: 'It has never been restored: then you have files, not a backup.',
    complexity: 'low',
    costs: 'Space, rehearsals, and whatever was written after the last copy.',
    sources: ['gitlab-2017-postmortem'],
  },
] as const satisfies readonly PatternRecord[]
