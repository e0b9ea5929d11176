import { RELAY_META } from '@five-pillars/deck-kit/relay'
import type { RelayRole } from '@five-pillars/deck-kit/relay'
import { html } from 'hono/html'

type Html = ReturnType<typeof html>

/** The deck's own page, and in it as what and by whom it is served. */
export function relayedPage(page: string, deck: string, role: RelayRole): string {
  const tag = `<meta name="${RELAY_META}" content="${deck}" data-role="${role}">`
  return page.replace(/<head[^>]*>/iu, (head) => `${head}\n${tag}`)
}

/** A deck that nobody has built yet cannot be shown. */
export function notBuiltPage(title: string, deck: string): Html {
  const command = `npx turbo run build --filter=@five-pillars/deck-${deck}`
  return plainPage(
    `${title} is not built`,
    html`<p>The deck <b>${title}</b> is not built on the host's machine. There, run:</p>
      <p><code>${command}</code></p>
      <p>Then load this page again.</p>`,
  )
}

/** A phone without the host's code, or with one that was replaced. */
export function strangerPage(): Html {
  return plainPage(
    'Scan the code',
    html`<p>
      The slides are shown to phones that scanned the code of this room. Ask your host to show it.
    </p>`,
  )
}

/** The frame of the pages that a phone may see before it is let in. */
function plainPage(title: string, main: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/phone/phone.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${main}
        </main>
      </body>
    </html>`
}
