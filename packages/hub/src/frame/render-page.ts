import { frame } from './frame.ts'
import type { Html } from './html.ts'
import { relativeFrom } from './relative.ts'
import type { SitePage, View } from './site-page.ts'

/** A page as it is sent or written, with addresses relative to its own. */
export async function renderPage(
  page: SitePage,
  pages: readonly SitePage[],
  view: View,
  head?: Html,
): Promise<string> {
  const { main, ...parts } = page
  const markup = await frame({ ...parts, pages, main: main(view), head })
  return relativeFrom(page.at, markup.toString())
}
