import { html } from 'hono/html'

/** Five columns between two lines. */
export const brandMark = html`<svg class="mark" viewBox="0 0 24 20" aria-hidden="true">
  <path d="M1 1.5h22M1 18.5h22M3 4v12M7.5 4v12M12 4v12M16.5 4v12M21 4v12" />
</svg>`
