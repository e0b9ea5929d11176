import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'

/** A command to type, with a button that copies it; the button appears where scripts run. */
export function command(label: string, text: string): Html {
  return html`<div class="command">
    <p>${label}</p>
    <div class="copyable">
      <pre tabindex="0" role="group" aria-label="${label}"><code>${text}</code></pre>
      <button type="button" class="copy" data-copy aria-label="Copy: ${text}" hidden>Copy</button>
    </div>
  </div>`
}
