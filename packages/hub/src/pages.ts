import type { SitePage } from './frame/site-page.ts'
import { briefPage } from './pages/brief.ts'
import { exercisesPage } from './pages/exercises.ts'
import { home } from './pages/home.ts'
import { patternsPage } from './pages/patterns.ts'
import { talksPage } from './pages/talks.ts'
import type { Shelf } from './shelf.ts'

/**
 * Every page of the hub, in the order in which bars and lists name them. What is here is served by
 * the running hub, written by the static site, checked for dead links and shown to axe.
 */
export function allPages(shelf: Shelf): readonly SitePage[] {
  const pages: SitePage[] = []
  pages.push(
    home(pages),
    patternsPage,
    talksPage,
    exercisesPage,
    ...shelf.exercises.flatMap(briefs),
  )
  return pages

  function briefs(exercise: (typeof shelf.exercises)[number]): SitePage[] {
    const pillar = shelf.pillars.find(({ id }) => id === exercise.pillar)
    return pillar === undefined ? [] : [briefPage(exercise, pillar)]
  }
}
