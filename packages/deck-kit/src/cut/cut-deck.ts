import path from 'node:path'

import { load } from '@slidev/parser/fs'
import type { SlidevPreparserExtension } from '@slidev/types'

import { slideTitle } from '../frame/slide-title.ts'
import { timeOfNote } from '../frame/slide-minutes.ts'
import { chooseCut } from './choose-cut.ts'
import { priorityOf } from './priority.ts'

export { CutTooShort } from './choose-cut.ts'

/** A shorter cut of a deck. */
export interface DeckCut {
  /** How long it takes, in minutes; never more than was asked for. */
  minutes: number
  slides: number
  /** Titles of the slides that are left out, in their order. */
  dropped: readonly string[]
  /** Makes Slidev leave them out, and its clock count from what was asked for. */
  extension: SlidevPreparserExtension
}

/**
 * Chooses a cut of a deck by what each slide says of itself: `priority` in its frontmatter, its time
 * in its note. A slide without a priority is a must.
 *
 * @param minutes how long the talk may be
 * @throws CutTooShort when the musts take longer
 */
export async function cutDeck(deckDir: string, minutes: number): Promise<DeckCut> {
  const root = path.resolve(deckDir)
  const { slides } = await load({ roots: [root], userRoot: root }, path.join(root, 'slides.md'))
  const cut = chooseCut(
    slides.map(({ source, note, frontmatter }) => ({
      priority: priorityOf(frontmatter) ?? 'must',
      minutes: timeOfNote(note ?? '') ?? 0,
      title: slideTitle(source.content, frontmatter) ?? 'untitled',
      key: keyOf(source.content, source.frontmatter),
    })),
    minutes,
  )
  const hidden = new Set(cut.dropped.map(({ key }) => key))
  return {
    minutes: cut.minutes,
    slides: cut.kept.length,
    dropped: cut.dropped.map(({ title }) => title),
    extension: {
      name: 'five-pillars:cut',
      async transformSlide(content, frontmatter) {
        if (hidden.has(keyOf(content, frontmatter))) frontmatter.hide = true
        if (frontmatter.duration !== undefined) frontmatter.duration = `${minutes}min`
        return undefined
      },
    },
  }
}

/** Tells slides apart while they are parsed, when they have no number yet. */
function keyOf(content: string, frontmatter: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([frontmatter, content.trim()])
}
