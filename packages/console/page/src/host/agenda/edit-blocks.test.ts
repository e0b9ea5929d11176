import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Block } from '../../../../src/view.ts'
import { begins, laterText, swapped, withNew, wrongWith } from './edit-blocks.ts'

const day = fc
  .array(fc.integer({ min: 1, max: 120 }), { maxLength: 20 })
  .map((minutes) => minutes.map((each, index) => blockOf({ id: `block-${index}`, minutes: each })))

function blockOf(change: Partial<Block>): Block {
  return {
    id: 'a',
    title: 'Truth',
    kind: 'talk',
    slug: null,
    minutes: 20,
    priority: 'must',
    ...change,
  }
}

describe('the agenda in the editor', () => {
  test('moving a block and moving it back changes nothing, and no move loses a block', () => {
    fc.assert(
      fc.property(day, fc.nat(25), (blocks, index) => {
        const down = swapped(blocks, index, 1)
        expect(new Set(down)).toEqual(new Set(blocks))
        const isMoved = index + 1 < blocks.length
        expect(isMoved ? swapped(down, index + 1, -1) : down).toEqual(blocks)
      }),
    )
  })

  test('a new block has an id of its own, stands behind its place, and can be saved', () => {
    fc.assert(
      fc.property(day, fc.nat(25), (blocks, place) => {
        const index = Math.min(place, blocks.length - 1)
        const next = withNew(blocks, index)
        const added = next[index + 1]
        expect(next.filter((block) => block !== added)).toEqual(blocks)
        expect(new Set(next.map(({ id }) => id)).size).toBe(blocks.length + 1)
        expect(added === undefined ? 'nothing' : wrongWith(added)).toBeUndefined()
      }),
    )
  })

  test('every block begins when the one before it ends', () => {
    fc.assert(
      fc.property(day, (blocks) => {
        const times = begins(blocks)
        expect(times).toHaveLength(blocks.length + 1)
        for (const [index, { minutes }] of blocks.entries()) {
          expect((times[index + 1] ?? 0) - (times[index] ?? 0)).toBe(minutes)
        }
      }),
    )
  })

  test('a time of day goes on behind midnight', () => {
    expect(laterText('09:00', 75)).toBe('10:15')
    expect(laterText('23:50', 20)).toBe('00:10')
  })

  test.each([
    [{ title: '  ' }, 'title'],
    [{ minutes: 0 }, 'minutes'],
    [{ minutes: Number.NaN }, 'minutes'],
    [{ minutes: 2.5 }, 'minutes'],
    [{ minutes: 481 }, 'minutes'],
    [{ kind: 'deck' as const }, 'deck'],
    [{ kind: 'exercise' as const }, 'exercise'],
  ])('a block with %j cannot be saved, and its row says why', (change, word) => {
    expect(wrongWith(blockOf(change))).toContain(word)
  })
})
