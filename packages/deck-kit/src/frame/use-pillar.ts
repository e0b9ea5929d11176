import type { PillarId } from '@five-pillars/content'
import { useSlideContext } from '@slidev/client'
import { computed } from 'vue'
import type { ComputedRef } from 'vue'

import { parsePillar } from './parse-pillar.ts'

/** The pillar of this slide: its own frontmatter, else the deck's headmatter, else none. */
export function usePillar(): ComputedRef<PillarId | 'none'> {
  const { $frontmatter, $slidev } = useSlideContext()
  return computed(
    () =>
      parsePillar($frontmatter['pillar']) ??
      parsePillar($slidev.nav.slides[0]?.meta.slide.frontmatter['pillar']) ??
      'none',
  )
}
