import type { TermRecord } from './term-record.ts'

/** Words of every pillar. */
export const wholeTerms = [
  {
    id: 'bandwidth',
    term: 'Bandwidth',
    meaning: 'How many bits fit on a line each second. More of it makes nothing arrive sooner.',
  },
  {
    id: 'distributed-system',
    term: 'Distributed system',
    meaning:
      'Several machines that only have messages to agree with. In Lamport’s words, one in which a computer you did not know existed can stop yours.',
    sources: ['lamport-1987-definition'],
  },
  {
    id: 'fault',
    term: 'Fault',
    also: ['failure', 'crash'],
    meaning: 'A part does not do what it should. A failure is when the whole does not.',
  },
  {
    id: 'invariant',
    term: 'Invariant',
    meaning:
      'What is true at every moment, whatever happens, such as: at most one leader in a term.',
  },
  {
    id: 'liveness',
    term: 'Liveness',
    pillar: 'truth',
    meaning:
      'Something good happens at some time, such as: a leader is elected once the network is whole.',
  },
  {
    id: 'network-partition',
    term: 'Network partition',
    also: ['split', 'partition', 'netsplit', 'cut off'],
    meaning:
      'Machines that run and cannot reach each other. From inside it looks like the others died.',
  },
  {
    id: 'node',
    term: 'Node',
    also: ['server', 'instance', 'machine', 'backend'],
    meaning: 'One of the machines, or one process on it, that fails as a whole.',
  },
  {
    id: 'physics',
    term: 'Speed of light in fibre',
    also: ['distance', 'light'],
    meaning:
      'About 200 kilometres in a millisecond, one way. Real routes are longer than the straight line.',
    sources: ['singla-2014-light'],
  },
  {
    id: 'round-trip',
    term: 'Round trip',
    also: ['RTT', 'round-trip time'],
    meaning: 'There and back: the least that a question and its answer take.',
  },
  {
    id: 'safety',
    term: 'Safety',
    pillar: 'truth',
    meaning: 'Nothing bad ever happens. A broken safety promise makes the others worthless.',
  },
  {
    id: 'single-point-of-failure',
    term: 'Single point of failure',
    also: ['SPOF'],
    meaning: 'A part without which nothing works, and of which there is one.',
  },
  {
    id: 'trade-off',
    term: 'Trade-off',
    meaning: 'What is given up for what is gained; every pattern has a column for it.',
  },
] as const satisfies readonly TermRecord[]
