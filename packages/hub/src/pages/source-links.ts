import type { Source } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'

/** Who says so, each with the way to the text; or the command that measures it here. */
export function sourceLinks(sources: readonly Source[], measuredBy?: string): Html {
  return html`<span class="said"
    >${measuredBy === undefined ? '' : html`Measured here: <code>${measuredBy}</code>`}
    ${sources.map(
      ({ authors, year, url }, index) =>
        html`${index === 0 && measuredBy === undefined ? '' : ' · '}<a href="${url}"
            >${authors}, ${year}</a
          >`,
    )}</span
  >`
}
