import type { SelfTestQuestion } from './self-test-question.ts'

/** Each pillar, in about two minutes. */
export const pillarQuestions = [
  {
    id: 'slow-server',
    pillar: 'work',
    question:
      'One of ten servers becomes ten times slower. What does each balancing rule do to the users?',
    answer:
      'Round robin goes on giving it every tenth request, so its line never ends, and whoever is sent there waits. Least connections counts what is in flight, so it gets fewer. Comparing two picked at random is nearly as good, and needs no view of all of them.',
    deck: 'work',
    slide: 'Count what is in flight instead',
  },
  {
    id: 'what-a-queue-buys',
    pillar: 'work',
    question: 'What can a queue buy, what can it not, and how long may it be?',
    answer:
      'Time: it smooths a burst as long as the average fits. It adds no capacity: if more arrives than leaves, the wait grows without end. A useful queue is as long as patience times throughput; whatever is beyond that is answered when nobody waits any more.',
    deck: 'work',
    slide: 'A full queue serves those who left',
  },
  {
    id: 'outage-outlives-cause',
    pillar: 'work',
    question:
      'The cause is gone and the outage stays. What keeps it alive, and which two cuts end it?',
    answer:
      'Retries, and work for callers who have given up. Clients cut retries to a small share of calls; servers drop what nobody waits for any more. Either alone recovers late or never; both together recover at once. Backoff and jitter only move the retries in time.',
    deck: 'work',
    slide: 'Fewer retries, no dead work: it takes both',
  },
  {
    id: 'when-to-confirm',
    pillar: 'state',
    question: 'When may a write be confirmed, and what do you pay for each choice?',
    answer:
      'At once: fast, and confirmed writes are lost when the primary dies. When two of three have stored it: it waits for the faster of the others, and survives any one death, as long as stored means on the disk. When all have it: it waits for the slowest, and stops when one is away.',
    deck: 'state',
    slide: 'Confirm when two of three have it',
  },
  {
    id: 'replica-or-backup',
    pillar: 'state',
    question:
      'Somebody drops a table. What do three replicas in three zones give you, and what would help?',
    answer:
      'Nothing: a delete is a write like any other, and all of them have it a moment later. An older copy that no command to the live system can reach helps, if somebody has restored it before and knows how long that takes.',
    deck: 'state',
    slide:
      'Somebody drops the orders table. Three replicas in three zones. Who has it a second later?',
  },
  {
    id: 'keys-that-move',
    pillar: 'state',
    question:
      'A machine leaves. Which keys move with a modulo, which on a ring, and what do many places on the ring change?',
    answer:
      'With a modulo nearly every key gets another owner. On a ring only those of the machine that left move, to the next one clockwise. With one place each the shares are unfair and one neighbour inherits everything; with a hundred places each, all share it.',
    deck: 'state',
    slide: 'One place each is unfair; a hundred are not',
  },
  {
    id: 'overlap-is-not-enough',
    pillar: 'truth',
    question: 'Any two read and write groups overlap. What can still go wrong, and what mends it?',
    answer:
      'While a write is under way, one reader may meet the new value and a later one only old copies: time runs backwards. The reader must first store what it saw at a majority, and only then return it.',
    deck: 'truth',
    slide: 'Ann makes sure before she calls',
  },
  {
    id: 'value-or-decision',
    pillar: 'truth',
    question: 'When will a quorum do, and when must it be consensus?',
    answer:
      'A quorum keeps a value: the last write stays. A decision is made once and the first one stays: the last seat, a lock, a leader, the next entry of a log. That needs consensus, and so does compare-and-set, which is a decision in disguise.',
    deck: 'truth',
    slide: 'The last seat is not a value',
  },
  {
    id: 'why-random',
    pillar: 'truth',
    question: 'Why does an election wait a random time, and what stops the old leader?',
    answer:
      'Candidates that start together divide the votes, and with equal waits they do it again; chance breaks the tie, as no fixed rule can be sure to. The old leader is stopped by the term: whoever meets a higher one gives way, and what it protects refuses the lower one.',
    deck: 'truth',
    slide: 'Waiting a random time ends a split vote',
  },
  {
    id: 'all-said-yes',
    pillar: 'truth',
    question:
      'In a two-phase commit all have said yes, and the coordinator dies. What happens, and what do real databases do?',
    answer:
      'Nothing wrong, and nothing at all: those who prepared may neither commit nor give up, and wait with their locks. The decision must not be alone: it goes into a log that a majority keeps, and another coordinator finishes.',
    deck: 'truth',
    slide: 'All said yes, and the coordinator died',
  },
  {
    id: 'slow-or-dead',
    pillar: 'control',
    question: 'How do you tell slow from dead from cut off, without the check becoming the outage?',
    answer:
      'One probe cannot. Several bad answers in a row to leave and several good ones to come back cost seconds and spare false alarms. A check asks a server for itself and not for its dependencies; and if nearly all seem ill, doubt the check and use all of them.',
    deck: 'control',
    slide: 'Nearly all are ill? Doubt the thermometer',
  },
  {
    id: 'way-back',
    pillar: 'control',
    question:
      'Why may rolling back make it worse, and what has to be true of two neighbouring versions?',
    answer:
      'A rollback is a deployment: it may wake what the old version does with new data or flags. Any two neighbouring versions must be safe beside each other, in both directions, and a switch that stops the damage is faster than either.',
    deck: 'control',
    slide: 'The way back woke the other seven',
  },
  {
    id: 'three-ways-to-steer',
    pillar: 'control',
    question:
      'Who decides the next step: an engine, events, or a loop? When is each of them right?',
    answer:
      'An engine knows the steps and can say where a process stands: for long processes whose order matters. Events let few services react without asking anybody. A loop forgets the steps and compares what is with what is wanted, for ever: where only the result counts.',
    deck: 'control',
    slide: 'Who decides the next step? Three answers',
  },
  {
    id: 'two-memories',
    pillar: 'intelligence',
    question:
      'Which two things must an autoscaler remember, and what does it do when the metrics stop?',
    answer:
      'What it has ordered and is not there yet, or it orders it again. And what it wanted in the last minutes, so that it shrinks only to the highest of that: fast up, slow down. Without fresh measurements it holds still: no data is not zero.',
    deck: 'intelligence',
    slide: 'It takes two memories to be calm',
  },
  {
    id: 'broken-sensor',
    pillar: 'intelligence',
    question: 'One of five sensors is broken. Which summary of them can it not move, and why?',
    answer:
      'The median: the middle of five sorted values stays among the sound ones whatever the broken one says. The mean and the highest follow it anywhere.',
    deck: 'intelligence',
    slide: 'The median outvotes a broken sensor',
  },
  {
    id: 'four-limits',
    pillar: 'intelligence',
    question: 'Which four limits does every automation need, however clever its rule is?',
    answer:
      'How many: a maximum and a minimum. How fast: so much in a minute. How wide: one zone, one shard, one restart at a time. And a stop that anybody on call can press without asking, and has pressed before.',
    deck: 'intelligence',
    slide: 'Four limits, and none of them is clever',
  },
] as const satisfies readonly SelfTestQuestion[]
