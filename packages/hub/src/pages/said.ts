import { source } from '@five-pillars/content'
import type { SourceId } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'

/** Who says so, in a line of their own; the whole reference is on the page of the sources. */
export function said(sources: readonly SourceId[]): Html {
  return html`<span class="said"
    >${sources.map((id, index) => {
      const { authors, year } = source(id)
      return html`${index === 0 ? '' : ' · '}<a href="/sources/#${id}">${authors}, ${year}</a>`
    })}</span
  >`
}
