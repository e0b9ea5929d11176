/**
 * The part of `@slidev/client` that the theme uses. The package ships its sources, which do not
 * pass this project's strictness; `paths` in tsconfig.json put this file in their place.
 */
import type { ComputedRef, Ref } from 'vue'

interface SlideContext {
  $frontmatter: Readonly<Record<string, unknown>>
  $slidev: {
    nav: {
      slides: readonly { meta: { slide: { frontmatter: Readonly<Record<string, unknown>> } } }[]
    }
  }
  /** Click state of this rendering of the slide, from 0. */
  $clicks: Readonly<Ref<number>>
  /** Number of the slide, from 1. */
  $page: Readonly<Ref<number>>
  /** Where this rendering is: `slide`, `presenter`, `previewNext`, `overview` and so on. */
  $renderContext: Readonly<Ref<string>>
}

export function useSlideContext(): SlideContext
interface SlideRoute {
  no: number
  /** A build has the notes as HTML alone, in which each click is an empty element. */
  meta: { slide: { title?: string; noteHTML: string } }
}

/** What a slide's clicks are, once it is drawn. */
interface ClicksContext {
  readonly isMounted: boolean
}

export function useNav(): {
  isPrintMode: ComputedRef<boolean>
  slides: ComputedRef<readonly SlideRoute[]>
  /** How many slides there are. */
  total: ComputedRef<number>
  /** Whether the page is a slide at all: an overview is none. */
  hasPrimarySlide: ComputedRef<boolean>
  currentSlideNo: ComputedRef<number>
  clicks: ComputedRef<number>
  clicksTotal: ComputedRef<number>
  clicksContext: ComputedRef<ClicksContext>
  go(page: number, clicks?: number): Promise<void>
}
export function useDarkMode(): { isDark: Readonly<Ref<boolean>> }
export function useIsSlideActive(): ComputedRef<boolean>
export function onSlideEnter(run: () => void): void
export function onSlideLeave(run: () => void): void
