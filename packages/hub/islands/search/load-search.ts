import { searchIndex } from '../../src/search/search-index.ts'
import type { SearchDocument } from '../../src/search/search-document.ts'
import type { Search } from '../../src/search/search-index.ts'

/** Fetches the documents and makes their index. Rejects when the server has none. */
export async function loadSearch(from: string): Promise<Search> {
  const answer = await fetch(from)
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`.trim())
  const documents: readonly SearchDocument[] = await answer.json()
  return searchIndex(documents)
}
