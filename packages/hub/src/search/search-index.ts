import MiniSearch from 'minisearch'

import type { SearchDocument } from './search-document.ts'

/** A page of results is looked through; nobody looks through more. */
const RESULTS_MAX = 40

/** Searches documents; the best ones first. */
export type Search = (query: string) => readonly SearchDocument[]

/**
 * Makes the index of documents: a moment's work for some hundred of them, so that it is made where it
 * is used and only the documents travel. Runs in a browser and in Node.
 */
export function searchIndex(documents: readonly SearchDocument[]): Search {
  const index = new MiniSearch<SearchDocument & { id: number }>({
    fields: ['title', 'also', 'of', 'text'],
    tokenize: words,
    processTerm: (word) => word,
    searchOptions: {
      boost: { title: 6, also: 5, of: 1.5 },
      // The last word is still being written; a slip of a letter is forgiven in longer ones.
      prefix: (_, place, all) => place === all.length - 1,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boostDocument: (id) => weightOf(documents[Number(id)]),
    },
  })
  index.addAll(documents.map((document, id) => ({ ...document, id })))
  return (query) => {
    const asked = words(query).join(' ')
    const found = index.search(query).flatMap(({ id }) => documents[Number(id)] ?? [])
    // Whoever writes a whole name wants that, whatever else is full of the word.
    const named = found.filter((each) => namesOf(each).includes(asked))
    return [...new Set([...named, ...found])].slice(0, RESULTS_MAX)
  }
}

/** Letters and digits; `p99`, `CAP` and `R` are words, what joins them is not. */
export function words(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean)
}

function namesOf({ title, also }: SearchDocument): string[] {
  return [title, ...(also?.split(' · ') ?? [])].map((name) => words(name).join(' '))
}

/** A word explained is mostly wanted before a slide that uses it. */
function weightOf(document: SearchDocument | undefined): number {
  switch (document?.kind) {
    case 'term':
    case 'pattern':
      return 2
    case 'symptom':
    case 'talk':
    case 'page':
      return 1.4
    case 'slide':
    case 'brief':
    case undefined:
      return 1
  }
}
