import type { NodeId } from '@five-pillars/simulator'

import type { Entry, ReplMsg } from './src/replicated-store.ts'

const LINES_MAX = 6

/** Names that could be misread are quoted. */
export function name(id: NodeId): string {
  return /^[a-z][a-z0-9]*$/.test(id) ? id : JSON.stringify(id)
}

/** 1 entry, 2 entries. */
export function counted(count: number, noun = 'entry'): string {
  if (count === 1) return `1 ${noun}`
  return `${count} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`
}

/** A message in a few words: `Append 2 entries behind 3, epoch 4`. */
export function describe(msg: ReplMsg): string {
  const epoch = `epoch ${msg.epoch}`
  switch (msg.t) {
    case 'Fenced':
      return `Fenced with ${counted(msg.log.length)}, ${epoch}`
    case 'Append':
      return `Append ${counted(msg.entries.length)} behind ${msg.prev}, ${epoch}`
    case 'Appended':
      return `Appended up to ${msg.upTo}, ${epoch}`
    case 'Fence':
    case 'Refused':
      return `${msg.t}, ${epoch}`
  }
}

/** A write in a few words: `x = "1"`, or `no x`. */
export function writeText({ key, value }: Pick<Entry, 'key' | 'value'>): string {
  return value === null ? `no ${name(key)}` : `${name(key)} = ${JSON.stringify(value)}`
}

/** A state in a few words, its keys in order. */
export function stateText(state: ReadonlyMap<string, string>): string {
  const writes = [...state].toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (writes.length === 0) return 'nothing'
  return writes.map(([key, value]) => writeText({ key, value })).join(', ')
}

/** What replicas heard and said, line by line. */
export class Conversation {
  readonly #lines: { text: string; times: number }[] = []

  tell(text: string): void {
    const last = this.#lines.at(-1)
    if (last?.text === text) last.times++
    else this.#lines.push({ text, times: 1 })
  }

  /** The last lines, the same one after the other counted instead of repeated. */
  get text(): string {
    const lines = this.#lines.map(({ text, times }) => (times === 1 ? text : `${text} (${times}×)`))
    const left = lines.length - LINES_MAX
    const shown = left > 0 ? [`… ${left + 1} more`, ...lines.slice(1 - LINES_MAX)] : lines
    return shown.map((line) => `  ${line}`).join('\n')
  }
}
