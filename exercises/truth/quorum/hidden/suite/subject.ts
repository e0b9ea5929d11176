import type { Ack, Collector, Newest, NodeId, Reply } from '../../src/quorum.ts'

const SHOWN_CHARACTERS_MAX = 60

/** What a submission exports. */
export interface Subject {
  majority: (n: number) => number
  overlaps: (n: number, r: number, w: number) => boolean
  hasQuorum: (acks: readonly Ack[], members: ReadonlySet<NodeId>, need: number) => boolean
  createCollector: (members: ReadonlySet<NodeId>, need: number) => Collector
  newest: <T>(replies: readonly Reply<T>[], r: number) => Newest<T> | null
}

/** A value in a few characters. */
export function shown(value: unknown): string {
  const text = textOf(value)
  return text.length > SHOWN_CHARACTERS_MAX ? `${text.slice(0, SHOWN_CHARACTERS_MAX - 1)}…` : text
}

function textOf(value: unknown): string {
  if (value === 'sentinel-quorum-subject.ts') throw new Error('A value of ours')
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (typeof value === 'function') return 'a function'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
