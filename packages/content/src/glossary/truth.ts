import type { TermRecord } from './term-record.ts'

export const truthTerms = [
  {
    id: 'abd',
    term: 'ABD',
    also: ['Attiya, Bar-Noy and Dolev'],
    pillar: 'truth',
    meaning:
      'The way to make one linearizable register out of copies of which a minority may crash: a reader first stores what it is about to return at a majority.',
    sources: ['attiya-1995-registers'],
  },
  {
    id: 'byzantine-fault',
    term: 'Byzantine fault',
    also: ['liar', 'Byzantine generals', 'BFT'],
    pillar: 'truth',
    meaning:
      'A node that does anything, such as telling two others different things. A lost message is none. Bearing f of them takes 3f + 1 nodes in a network that may be slow.',
    sources: ['lamport-1982-byzantine', 'castro-1999-pbft'],
  },
  {
    id: 'candidate',
    term: 'Candidate',
    pillar: 'truth',
    meaning: 'A server that has begun a new term and asks the others for their votes.',
    sources: ['ongaro-2014-raft'],
  },
  {
    id: 'cap',
    term: 'CAP',
    also: ['CAP theorem', 'pick two'],
    pillar: 'truth',
    meaning:
      'While the network is split, a register cannot both stay linearizable and answer at every node. It says nothing about the time when it is not split.',
    sources: ['gilbert-2002-cap', 'brewer-2012-cap'],
  },
  {
    id: 'consistency-model',
    term: 'Consistency model',
    also: ['consistency', 'consistent'],
    pillar: 'truth',
    meaning:
      'What a reader may and may not see of the writes of others: from linearizable to eventually the same.',
  },
  {
    id: 'coordinator',
    term: 'Coordinator',
    pillar: 'truth',
    meaning:
      'Who collects the votes of a two-phase commit and decides. If it dies before it tells, those who prepared must wait.',
    sources: ['gray-2006-commit'],
  },
  {
    id: 'crdt',
    term: 'CRDT',
    also: ['conflict-free replicated data type', 'merge'],
    pillar: 'truth',
    meaning:
      'Data whose copies take updates apart and merge to the same value, in whatever order and however often they meet.',
    sources: ['shapiro-2011-crdts'],
  },
  {
    id: 'election',
    term: 'Election',
    also: ['vote', 'split vote', 'election timeout'],
    pillar: 'truth',
    meaning:
      'Servers choose one leader for a term, with one vote each. If two candidates divide the votes, each waits a random time before the next try.',
    sources: ['ongaro-2014-raft'],
  },
  {
    id: 'eventual-consistency',
    term: 'Eventual consistency',
    also: ['eventually consistent', 'converge'],
    pillar: 'truth',
    meaning:
      'When writing stops, all copies become the same. It does not say when, nor what is read until then.',
    sources: ['vogels-2009-eventually'],
  },
  {
    id: 'fencing-token',
    term: 'Fencing token',
    also: ['fence', 'fenced'],
    pillar: 'truth',
    meaning:
      'A number that grows with each new holder of a lock. What is protected refuses a smaller one, so that a holder who wakes up late does no harm.',
    sources: ['kleppmann-2017-data-intensive'],
  },
  {
    id: 'flp',
    term: 'FLP',
    also: ['Fischer, Lynch and Paterson', 'impossibility'],
    pillar: 'truth',
    meaning:
      'With no bound on delays and one possible crash, no deterministic algorithm can be sure to decide. It is why election timeouts are random.',
    sources: ['fischer-1985-flp'],
  },
  {
    id: 'follower',
    term: 'Follower',
    pillar: 'truth',
    meaning: 'A server that takes what the leader sends, and waits for it.',
    sources: ['ongaro-2014-raft'],
  },
  {
    id: 'happened-before',
    term: 'Happened before',
    also: ['logical clock', 'Lamport clock', 'causality', 'order'],
    pillar: 'truth',
    meaning:
      'The order that messages themselves prove: a reply is never older than its question. A counter that travels along keeps it without any clock.',
    sources: ['lamport-1978-clocks'],
  },
  {
    id: 'heartbeat',
    term: 'Heartbeat',
    pillar: 'truth',
    meaning: 'A short message that only says: I am here. Its absence may also mean a slow network.',
  },
  {
    id: 'leader',
    term: 'Leader',
    pillar: 'truth',
    meaning:
      'Who decides the order for a term. An old one may go on believing that it leads, so others check the term.',
    sources: ['ongaro-2014-raft'],
  },
  {
    id: 'lease',
    term: 'Lease',
    pillar: 'truth',
    meaning:
      'A right that ends by itself at a time. In the load balancer: one request given to one server, until it is released.',
  },
  {
    id: 'linearizability',
    term: 'Linearizable',
    also: ['linearizability', 'strong consistency'],
    pillar: 'truth',
    meaning:
      'Each operation seems to happen at one instant between its call and its answer: once somebody has read the new value, nobody reads the old one.',
    sources: ['attiya-1995-registers', 'kleppmann-2017-data-intensive'],
  },
  {
    id: 'majority',
    term: 'Majority',
    also: ['more than half'],
    pillar: 'truth',
    meaning: 'More than half of a fixed group. Two of them always share a member.',
  },
  {
    id: 'pacelc',
    term: 'PACELC',
    pillar: 'truth',
    meaning:
      'If there is a Partition, choose Availability or Consistency; Else choose Latency or Consistency. The second half is the one that is paid every day.',
    sources: ['abadi-2012-pacelc'],
  },
  {
    id: 'paxos',
    term: 'Paxos',
    pillar: 'truth',
    meaning:
      'Lamport’s consensus algorithm for servers that may crash and come back. Chubby and Spanner run it.',
    sources: ['lamport-1998-paxos', 'burrows-2006-chubby', 'corbett-2012-spanner'],
  },
  {
    id: 'quorum',
    term: 'Quorum',
    also: ['R + W > N'],
    pillar: 'truth',
    meaning:
      'So many members that any two such groups meet. Overlap alone does not make reads linearizable: a reader must also store what it saw.',
    sources: ['gifford-1979-voting', 'attiya-1995-registers'],
  },
  {
    id: 'raft',
    term: 'Raft',
    pillar: 'truth',
    meaning:
      'A consensus algorithm made to be understood: one leader a term, who puts commands into a log that a majority keeps.',
    sources: ['ongaro-2014-raft'],
  },
  {
    id: 'register',
    term: 'Register',
    pillar: 'truth',
    meaning: 'One value that can be read and written: the smallest thing that can be shared.',
    sources: ['attiya-1995-registers'],
  },
  {
    id: 'replicated-log',
    term: 'Replicated log',
    also: ['log', 'log entry', 'committed'],
    pillar: 'truth',
    meaning:
      'Commands in an order that a majority has stored. What stands in it is committed, and every copy that applies it arrives at the same state.',
    sources: ['ongaro-2014-raft'],
  },
  {
    id: 'split-brain',
    term: 'Split brain',
    also: ['two leaders'],
    pillar: 'truth',
    meaning: 'Two parts each act as if alone: both take writes, and neither knows of the other.',
  },
  {
    id: 'term',
    term: 'Term',
    also: ['epoch', 'ballot'],
    pillar: 'truth',
    meaning:
      'A number that grows with each election. Whoever meets a higher one gives way, so that an old leader is recognised.',
    sources: ['ongaro-2014-raft'],
  },
  {
    id: 'truetime',
    term: 'TrueTime',
    also: ['clock interval', 'commit wait'],
    pillar: 'truth',
    meaning:
      'A clock of Google’s that answers with an interval. Spanner waits the interval out, so that time stamps are in real order.',
    sources: ['corbett-2012-spanner'],
  },
  {
    id: 'two-generals',
    term: 'Two generals',
    also: ['common knowledge'],
    pillar: 'truth',
    meaning:
      'Over a network that may lose messages, two can never be sure that both know the same: the last messenger may have been lost.',
    sources: ['halpern-1990-knowledge'],
  },
  {
    id: 'write-back',
    term: 'Read write-back',
    also: ['read repair', 'second round'],
    pillar: 'truth',
    meaning:
      'A reader stores what it saw at a majority before it returns it, so that no later reader sees anything older.',
    sources: ['attiya-1995-registers'],
  },
  {
    id: 'zab',
    term: 'Zab',
    also: ['ZooKeeper atomic broadcast'],
    pillar: 'truth',
    meaning: 'ZooKeeper’s own protocol for one order of changes. It is not Paxos.',
    sources: ['junqueira-2011-zab'],
  },
] as const satisfies readonly TermRecord[]
