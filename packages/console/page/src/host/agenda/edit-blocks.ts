import type { Block, BlockView } from '../../../../src/view.ts'
import { twoDigits } from '../../clock/time-words.ts'

/** Fewer are no block, more is no day. */
export const MINUTES_MIN = 1
export const MINUTES_MAX = 480

/** The blocks as they are sent back: what the console computed is left out. */
export function editable(blocks: readonly BlockView[]): Block[] {
  return blocks.map(({ id, title, kind, slug, minutes, priority }) => ({
    id,
    title,
    kind,
    slug,
    minutes,
    priority,
  }))
}

/** The block at `index` in the place of its neighbour; the same list where there is none. */
export function swapped(blocks: readonly Block[], index: number, by: -1 | 1): Block[] {
  const block = blocks[index]
  const other = blocks[index + by]
  if (block === undefined || other === undefined) return [...blocks]
  return blocks.with(index, other).with(index + by, block)
}

/** A block more behind `index`, with an id that no other has. */
export function withNew(blocks: readonly Block[], index: number): Block[] {
  const ids = new Set(blocks.map(({ id }) => id))
  let number = 1
  while (ids.has(`block-${number}`)) number += 1
  const block: Block = {
    id: `block-${number}`,
    title: 'New block',
    kind: 'talk',
    slug: null,
    minutes: 10,
    priority: 'should',
  }
  return blocks.toSpliced(index + 1, 0, block)
}

/** What is wrong with a block, in words for its row; nothing where it can be sent. */
export function wrongWith({ title, minutes, kind, slug }: Block): string | undefined {
  if (title.trim() === '') return 'A block has a title.'
  const isWhole = Number.isInteger(minutes) && minutes >= MINUTES_MIN && minutes <= MINUTES_MAX
  if (!isWhole) return `A block has ${MINUTES_MIN} to ${MINUTES_MAX} whole minutes.`
  if (slug === null && (kind === 'deck' || kind === 'exercise'))
    return `Choose which ${kind} it is.`
  return undefined
}

/** When each block begins, in minutes from the begin of the day, and at last when the day ends. */
export function begins(blocks: readonly Block[]): number[] {
  const all = [0]
  for (const { minutes } of blocks) {
    all.push((all.at(-1) ?? 0) + (Number.isFinite(minutes) ? minutes : 0))
  }
  return all
}

/** A time of day so many minutes later: `09:00` and 75 make `10:15`. */
export function laterText(begin: string, minutes: number): string {
  const [hours = 0, rest = 0] = begin.split(':').map(Number)
  const all = hours * 60 + rest + minutes
  return `${twoDigits(Math.floor(all / 60) % 24)}:${twoDigits(all % 60)}`
}
