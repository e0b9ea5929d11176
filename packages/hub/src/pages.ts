import type { SitePage } from './frame/site-page.ts'
import { askTreePage } from './pages/ask-tree.ts'
import { askPages } from './pages/ask.ts'
import { briefPage } from './pages/brief.ts'
import { combinationsPage } from './pages/combinations.ts'
import { exercisesPage } from './pages/exercises.ts'
import { flawsPage } from './pages/flaws.ts'
import { glossaryPage } from './pages/glossary.ts'
import { guidePage } from './pages/guide.ts'
import { home } from './pages/home.ts'
import { latencyPage } from './pages/latency.ts'
import { pathsPage } from './pages/paths.ts'
import { patternsPage } from './pages/patterns.ts'
import { planPage } from './pages/plan.ts'
import { productsPage } from './pages/products.ts'
import { reviewPage } from './pages/review.ts'
import { searchPage } from './pages/search.ts'
import { selfTestPage } from './pages/self-test.ts'
import { sourcesPage } from './pages/sources.ts'
import { symptomsPage } from './pages/symptoms.ts'
import { talksPage } from './pages/talks.ts'
import { shelf as everything } from './shelf.ts'
import type { Shelf } from './shelf.ts'

/**
 * Every page of the hub, in the order in which bars and lists name them. What is here is served by
 * the running hub, written by the static site, checked for dead links and shown to axe.
 */
export function allPages(shelf: Shelf): readonly SitePage[] {
  const pages: SitePage[] = []
  pages.push(
    home(pages),
    ...askPages,
    askTreePage,
    reviewPage,
    symptomsPage,
    patternsPage,
    combinationsPage,
    productsPage,
    glossaryPage,
    sourcesPage,
    pathsPage,
    planPage,
    selfTestPage,
    latencyPage,
    flawsPage,
    talksPage,
    guidePage,
    exercisesPage,
    ...shelf.exercises.flatMap(briefs),
    searchPage,
  )
  return pages

  function briefs(exercise: (typeof shelf.exercises)[number]): SitePage[] {
    const pillar = shelf.pillars.find(({ id }) => id === exercise.pillar)
    return pillar === undefined ? [] : [briefPage(exercise, pillar)]
  }
}

/** The addresses of all pages, from the root. */
export function pageAddresses(): readonly string[] {
  return allPages(everything).map(({ at }) => at)
}
