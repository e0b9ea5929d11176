import type { SlidevPreparserExtension } from '@slidev/types'

import { slideTitle } from './slide-title.ts'

/** Gives every slide the title that {@link slideTitle} finds. */
export const titleExtension: SlidevPreparserExtension = {
  name: 'five-pillars:title',
  async transformSlide(content, frontmatter) {
    // Slidev takes the title over from the frontmatter once this has run.
    frontmatter.title = slideTitle(content, frontmatter)
    return undefined
  },
}
