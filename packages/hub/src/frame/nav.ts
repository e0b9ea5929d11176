import { html } from 'hono/html'

import { brandMark } from './brand-mark.ts'
import type { Html } from './html.ts'
import { sections } from './sections.ts'
import type { SectionId } from './sections.ts'
import type { SitePage } from './site-page.ts'

/** Where a page stands among the others. */
export interface Place {
  at?: string | undefined
  section?: SectionId | undefined
}

/** The bar of every page: home, the sections, search, light and dark. */
export function bar(pages: readonly SitePage[], place: Place): Html {
  return html`<header class="bar">
    <a class="brand" href="/" ${place.at === '/' ? html`aria-current="page"` : ''}>
      ${brandMark}<span>Five Pillars</span>
    </a>
    <nav class="sections" aria-label="Sections">
      <ul>
        ${sections.map(({ id, name }) => {
          const first = pagesOf(pages, id)[0]
          return first === undefined ? '' : link(first.at, name, place, id === place.section)
        })}
      </ul>
    </nav>
    ${pages.some(({ at }) => at === SEARCH) ? find(place) : ''}
    <button class="theme" type="button" data-theme-toggle hidden>Dark</button>
  </header>`
}

const SEARCH = '/search/'

function find({ at }: Place): Html {
  return html`<a
    class="find"
    href="${SEARCH}"
    data-find
    ${at === SEARCH ? html`aria-current="page"` : ''}
  >
    <svg class="lens" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m13 13 5 5" />
    </svg>
    <span>Search</span>
  </a>`
}

/** The row of the pages that share the section; a section of one page has none. */
export function sectionRow(pages: readonly SitePage[], place: Place): Html | '' {
  const section = sections.find(({ id }) => id === place.section)
  if (section === undefined) return ''
  const shown = pagesOf(pages, section.id)
  if (shown.length < 2) return ''
  return html`<nav class="row" aria-label="${section.name}">
    <ul>
      ${shown.map(({ at, label }) => link(at, label, place, false))}
    </ul>
  </nav>`
}

/** Every page that has a label: a column for each section, and one for those of a single page. */
export function siteMap(pages: readonly SitePage[]): Html {
  const all = sections.map(({ id, name }) => ({ name, shown: pagesOf(pages, id) }))
  const single = all.filter(({ shown }) => shown.length === 1).flatMap(({ shown }) => shown)
  const columns = [
    ...all.filter(({ shown }) => shown.length > 1),
    ...(single.length === 0 ? [] : [{ name: 'Material', shown: single }]),
  ]
  return html`<nav class="map" aria-label="All pages">
    ${columns.map(
      ({ name, shown }) =>
        html`<div>
          <p>${name}</p>
          <ul>
            ${shown.map(({ at, label }) => html`<li><a href="${at}">${label}</a></li>`)}
          </ul>
        </div>`,
    )}
  </nav>`
}

/** The pages of a section that are named in its row, in the order of the list. */
export function pagesOf(
  pages: readonly SitePage[],
  section: SectionId,
): readonly (SitePage & { label: string })[] {
  return pages.flatMap((page) =>
    page.section === section && page.label !== undefined ? [{ ...page, label: page.label }] : [],
  )
}

function link(at: string, name: string, place: Place, isSection: boolean): Html {
  const current = at === place.at ? 'page' : isSection ? 'true' : undefined
  return html`<li>
    <a href="${at}" ${current === undefined ? '' : html`aria-current="${current}"`}>${name}</a>
  </li>`
}
