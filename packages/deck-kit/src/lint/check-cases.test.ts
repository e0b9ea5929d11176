import { expect, test } from 'vitest'

import { checkCases } from './check-cases.ts'
import type { DeckSlide } from './read-deck.ts'

const slide = (frontmatter: Record<string, unknown>, body: string): DeckSlide => ({
  no: 1,
  where: 'slides.md:1',
  layout: 'case-study',
  frontmatter,
  body,
  note: '',
})
const messages = (...of: Parameters<typeof checkCases>): string[] =>
  checkCases(...of).map(({ message }) => message)

test('a case that is cited from those who were there has no finding', () => {
  const cited = '# Lost <Figure id="knight-loss" />'
  expect(messages([slide({ case: 'knight' }, cited)], [])).toEqual([])
  const drawing = { name: 'Loss', where: 'components/Loss.vue', template: cited }
  expect(messages([slide({ case: 'knight' }, '<Loss />')], [drawing])).toEqual([])
})

test('no case, a case that does not exist, and one that nobody tells who was there are named', () => {
  expect(messages([slide({}, 'A story')], [])).toEqual([
    'does not say which case study of content it tells: "case: …"',
  ])
  expect(messages([slide({ case: 'night' }, 'A story')], [])).toEqual([
    'There is no case study "night" in @five-pillars/content. Did you mean "knight"?',
  ])
  expect(messages([slide({ case: 'knight' }, '<Figure id="gitlab-deleted" />')], [])).toEqual([
    'cites nothing of "sec-2013-knight"',
  ])
})

test('slides of other layouts tell no case', () => {
  expect(messages([{ ...slide({}, 'Anything'), layout: 'default' }], [])).toEqual([])
})
