import { definePreparserSetup } from '@slidev/types'

import { slideTitle } from '../src/frame/slide-title.ts'

export default definePreparserSetup(() => [
  {
    name: 'five-pillars:title',
    async transformSlide(content, frontmatter) {
      // Slidev takes the title over from the frontmatter once this has run.
      frontmatter.title = slideTitle(content, frontmatter)
      return undefined
    },
  },
])
