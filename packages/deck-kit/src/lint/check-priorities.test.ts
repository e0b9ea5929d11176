import { expect, test } from 'vitest'

import { checkPriorities } from './check-priorities.ts'
import { formatFindings } from './lint-deck.ts'

const slide = (
  priority: unknown,
  minutes: number,
  no = 1,
): Parameters<typeof checkPriorities>[0][0] => ({
  no,
  where: `slides.md:${no}`,
  layout: 'default',
  frontmatter: { priority },
  body: '',
  note: `Time: ${minutes} min\n\nWords.`,
})

test('a deck that can be cut to ten and to twenty minutes has no finding', () => {
  expect(checkPriorities([slide('must', 10), slide('should', 10), slide('could', 20)])).toEqual([])
})

test('a slide without a priority, and one of a kind that does not exist, are named', () => {
  expect(formatFindings(checkPriorities([slide(undefined, 1), slide('would', 1, 2)]))).toBe(
    `slides.md:1 [priority] says no priority: must, should, could
slides.md:2 [priority] says no priority: must, should, could`,
  )
})

test('musts and shoulds that are too long for a short cut are told with their minutes', () => {
  expect(formatFindings(checkPriorities([slide('must', 10.1), slide('should', 10)]))).toBe(
    `slides.md [priority] its musts take 10.1 min, more than 10
slides.md [priority] musts and shoulds take 20.1 min, more than 20`,
  )
})
