import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { glossary, nightmares, patterns } from '@five-pillars/content'
import type { ExerciseEntry } from '@five-pillars/content'

import type { SitePage } from '../frame/site-page.ts'
import { headingId, sectionsOf } from '../markdown.ts'
import type { Shelf } from '../shelf.ts'
import type { DeckSlides } from './deck-slides.ts'
import type { SearchDocument } from './search-document.ts'

interface Parts {
  root: string
  shelf: Shelf
  pages: readonly SitePage[]
  slides: DeckSlides
}

/** Everything that can be found: each slide, each part of a brief, each word, and the pages. */
export async function searchDocuments(parts: Parts): Promise<readonly SearchDocument[]> {
  const briefs = await Promise.all(parts.shelf.exercises.map((each) => briefOf(parts.root, each)))
  return [...terms(), ...advice(), ...talks(parts), ...briefs.flat(), ...labelled(parts.pages)]
}

function terms(): SearchDocument[] {
  return glossary
    .filter(({ pattern }) => pattern === undefined)
    .map(({ id, term, also, meaning, pillar }) => ({
      kind: 'term',
      title: term,
      at: `/glossary/#${id}`,
      text: meaning,
      also: also?.join(' · '),
      pillar,
    }))
}

function advice(): SearchDocument[] {
  return [
    ...patterns.map(({ id, name, pillar, summary, useWhen, notWhen, costs }): SearchDocument => ({
      kind: 'pattern',
      title: name,
      at: `/patterns/#${id}`,
      text: `${summary} Use it when: ${useWhen} Not when: ${notWhen} It costs: ${costs}`,
      pillar,
    })),
    ...nightmares.map(({ id, symptom, pillar, question, step, notThat }): SearchDocument => ({
      kind: 'symptom',
      title: symptom,
      at: `/symptoms/#${id}`,
      text: `Ask first: ${question} Then: ${step} Not that: ${notThat}`,
      pillar,
    })),
  ]
}

function talks({ shelf, slides }: Parts): SearchDocument[] {
  return shelf.decks.flatMap(({ id, title, subtitle, youWill, pillar }): SearchDocument[] => [
    {
      kind: 'talk',
      title,
      at: `/decks/${id}/`,
      text: `${subtitle} ${youWill.join('. ')}.`,
      pillar,
    },
    ...(slides.get(id) ?? []).map((slide): SearchDocument => ({
      kind: 'slide',
      title: slide.title,
      at: `/decks/${id}/#/${slide.no}`,
      text: `${slide.text} ${slide.note}`.trim(),
      of: title,
      pillar,
    })),
  ])
}

/** A brief is found by the part that answers. */
async function briefOf(root: string, exercise: ExerciseEntry): Promise<SearchDocument[]> {
  const { slug, title, pillar } = exercise
  const source = await readFile(path.join(root, exercise.path, 'README.md'), 'utf8')
  return sectionsOf(source).map(({ heading, text, isTitle }) => ({
    kind: 'brief',
    title: heading,
    at: isTitle ? `/exercises/${slug}/` : `/exercises/${slug}/#${headingId(heading)}`,
    text,
    of: isTitle ? undefined : title,
    pillar,
  }))
}

function labelled(pages: readonly SitePage[]): SearchDocument[] {
  return pages.flatMap(({ at, title, label, description }): SearchDocument[] =>
    label === undefined ? [] : [{ kind: 'page', title, at, text: description }],
  )
}
