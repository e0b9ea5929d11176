import type { Read } from './read.ts'

/** One read for each rule of `newest`, the smallest that can show it. */
export const handFedReads: readonly Read[] = [
  read(2, 'A2=new B1=old'),
  // What most replicas hold is not the newest.
  read(3, 'A1=old B1=old C2=new'),
  // The newest is neither the first reply nor the last.
  read(3, 'A1=old B3=new C2=older'),
  // r replicas are the least: a later reply may bring what is newer.
  read(2, 'A1=old B1=old C2=new'),
  // Of two writers at the same time, the larger id, whoever comes first; neither is stale.
  read(2, 'A2=cow B2=ant'),
  read(2, 'B2=ant A2=cow'),
  // One replica, twice: it counts once, with its highest timestamp, in either order.
  read(2, 'A1=old A2=new'),
  read(2, 'A1=old A2=new B2=new'),
  read(2, 'A2=new A1=old B1=old'),
  // The same value may be written again: who holds the older one is behind, whatever it is.
  read(2, 'A1=x B2=x'),
  read(2, 'A1=x A2=x B2=x'),
  // Behind twice, named once; in order of id, not of arrival.
  read(3, 'C1=old B1=old B0=first A2=new'),
  // An id is larger by its characters, not by the dictionary or as a number.
  { r: 2, replies: [reply('a', 2, 'ant'), reply('B', 2, 'bee')] },
  { r: 2, replies: [reply('9', 2, 'nine'), reply('10', 2, 'ten')] },
  { r: 3, replies: [reply('a', 1, 'old'), reply('B', 1, 'old'), reply('C', 2, 'new')] },
  // Ten is more than nine, though not as text.
  read(2, 'A10=new B9=old'),
  // Nobody has ever written, or somebody has written what looks like nothing.
  { r: 2, replies: [reply('A', 0, 'v0'), reply('B', 0, 'v0')] },
  { r: 1, replies: [reply('A', 1, null)] },
  { r: 1, replies: [reply('A', 1, 0)] },
  { r: 1, replies: [] },
  // Names that an object has already, or that look like none.
  read(2, 'constructor1=old __proto__2=new'),
  { r: 2, replies: [reply('', 1, 'old'), reply(' ', 2, 'new')] },
]

/** `A1=old` is a reply of A, with the value that was written at 1. */
function read(r: number, replies: string): Read {
  return {
    r,
    replies: replies.split(' ').map((text) => {
      const [, id, ts, value] = /^(\D+)(\d+)=(\w+)$/.exec(text) ?? []
      if (id === undefined) throw new Error(`sentinel-quorum-hand-fed-reads.ts: "${text}"`)
      return reply(id, Number(ts), value)
    }),
  }
}

function reply(id: string, ts: number, value: unknown): Read['replies'][number] {
  return { id, ts, value }
}
