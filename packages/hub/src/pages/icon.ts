import type { PillarId } from '@five-pillars/content'
import { pillarIcons } from '@five-pillars/deck-kit/icons'
import { html, raw } from 'hono/html'

import type { Html } from '../frame/html.ts'

/** A pillar's icon in the colour of its surroundings; the name stands beside it, so it is silent. */
export function icon(pillar: PillarId): Html {
  return html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true">
    ${raw(pillarIcons[pillar])}
  </svg>`
}
