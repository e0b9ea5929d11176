import { expect, test } from 'vitest'

import { oneDay } from './agenda.ts'
import { deckById } from './registry/decks.ts'
import { exerciseBySlug } from './registry/exercises.ts'

/** When a block begins, as a watch shows it. */
function begins(id: string): string {
  const index = oneDay.blocks.findIndex((block) => block.id === id)
  expect(index).toBeGreaterThanOrEqual(0)
  const [hours = 0, minutes = 0] = oneDay.begins.split(':').map(Number)
  const at = oneDay.blocks
    .slice(0, index)
    .reduce((sum, block) => sum + block.minutes, hours * 60 + minutes)
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
}

function slugs(kind: string): (string | null)[] {
  return oneDay.blocks.filter((block) => block.kind === kind).map(({ slug }) => slug)
}

test('the day keeps its hours', () => {
  expect(begins('deck-truth')).toBe('11:20')
  expect(begins('lunch')).toBe('12:10')
  expect(begins('deck-control')).toBe('13:00')
  expect(begins('debrief')).toBe('15:00')
  expect(begins('post-mortem')).toBe('16:10')
  expect(oneDay.blocks.reduce((sum, block) => sum + block.minutes, 0)).toBe(8 * 60)
})

test('each block has an id of its own', () => {
  const ids = oneDay.blocks.map((block) => block.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what the blocks are about exists', () => {
  expect(slugs('deck').map((id) => deckById(String(id)).id)).toEqual(slugs('deck'))
  expect(slugs('exercise').map((id) => exerciseBySlug(String(id)).slug)).toEqual(slugs('exercise'))
  expect(new Set([...slugs('break'), ...slugs('talk')])).toEqual(new Set([null]))
})

test('a day that runs late has half an hour to give up before anything that should be', () => {
  const could = oneDay.blocks.filter((block) => block.priority === 'could')
  expect(could.reduce((sum, block) => sum + block.minutes, 0)).toBe(30)
})
