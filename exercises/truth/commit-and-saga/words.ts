import type { NodeId } from '@five-pillars/simulator'

import type { WorldMsg } from './machines.ts'
import type { SagaMsg, TxMsg } from './src/commit-and-saga.ts'

const LINES_MAX = 6

/** Names that could be misread are quoted. */
export function name(id: NodeId): string {
  return /^[a-z][a-z0-9]*$/.test(id) ? id : JSON.stringify(id)
}

/** A message in a few words: `Decide t7: commit`. */
export function describe(msg: TxMsg | SagaMsg): string {
  switch (msg.t) {
    case 'Prepare':
    case 'Done':
    case 'Ask':
      return `${msg.t} ${name(msg.tx)}`
    case 'Vote':
      return `Vote ${name(msg.tx)}: ${msg.vote}`
    case 'Decide':
      return `Decide ${name(msg.tx)}: ${msg.commit ? 'commit' : 'abort'}`
    case 'Run':
    case 'Undo':
      return `${msg.t} ${name(msg.step)} of ${name(msg.saga)}`
    case 'Answer':
      return `Answer ${name(msg.step)} of ${name(msg.saga)}: ${msg.what}`
  }
}

/** A message of the world as a picture shows it: shorter, the receiver of a step is its place. */
export function labelOf(msg: WorldMsg): string {
  switch (msg.t) {
    case 'Begin':
    case 'Start':
      return `${msg.t.toLowerCase()} ${msg.name}`
    case 'Over':
      return msg.how
    case 'Run':
    case 'Undo':
      return `${msg.t} ${msg.saga}`
    case 'Answer':
      return `${msg.saga}: ${msg.what}`
    case 'Prepare':
    case 'Done':
    case 'Ask':
    case 'Vote':
    case 'Decide':
      return describe(msg)
  }
}

/** What a machine heard and did, line by line. */
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
