import { exercises, figures } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import { slideTitle } from './slide-title.ts'

describe('slideTitle', () => {
  test('a heading names the slide, whatever else the frontmatter names', () => {
    const content = '```sh\n# not this\n```\n\n# A race emptied a name\n\n# later\n'
    const frontmatter = { layout: 'case-study', name: 'Amazon Web Services' }
    expect(slideTitle(content, frontmatter)).toBe('A race emptied a name')
  })

  test('a title in the frontmatter is the last word', () => {
    expect(slideTitle('# Heading', { title: 'Title' })).toBe('Title')
  })

  test('a layout that prints its own heading is called by it', () => {
    const figure = figures[0]
    const exercise = exercises[0]
    expect(
      [
        { layout: 'question', question: 'Which drowns first?' },
        { layout: 'pillar', pillar: 'truth' },
        { layout: 'figure', figure: figure?.id },
        { layout: 'exercise', exercise: exercise?.slug },
        { layout: 'break', minutes: 10 },
        { layout: 'sources', part: 2 },
      ].map((frontmatter) => slideTitle('The slot.', frontmatter)),
    ).toEqual([
      'Which drowns first?',
      'Truth',
      figure?.label,
      exercise?.title,
      'Break',
      'Sources, part 2',
    ])
  })

  test('a slide without any of it has no title', () => {
    expect(slideTitle('Only text.', { layout: 'default' })).toBeUndefined()
  })
})
