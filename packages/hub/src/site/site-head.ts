import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import { upFrom } from '../frame/relative.ts'
import type { SiteAddress } from './site-address.ts'

/** What a page of the site says of itself to whoever has only its link. */
export interface SiteEntry {
  /** From the root: `/patterns/`, `/decks/work/`. */
  at: string
  title: string
  description: string
}

/** The running hub sends its policy as a header; a folder on a stick has none to send. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

/** The policy of a page, and what a link to it shows. */
export function siteHead(entry: SiteEntry, address: SiteAddress): Html {
  return html`<meta http-equiv="content-security-policy" content="${POLICY}" />
    ${linkHead(entry, address)}`
}

/** What a link to the page shows: its title, a sentence and a picture. */
export function linkHead({ at, title, description }: SiteEntry, address: SiteAddress): Html {
  // Relative where the site's own address is not known: most readers resolve it, some do not.
  const root = address.whole ?? upFrom(at)
  return html`${
      address.whole === undefined
        ? ''
        : html`<link rel="canonical" href="${address.whole}${at.slice(1)}" />`
    }
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Five Pillars" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:image" content="${root}${cardOf(at).slice(1)}" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${title}: ${description}" />
    <meta name="twitter:card" content="summary_large_image" />`
}

/** The picture of a page, from the root: `/cards/decks-work.png`. */
export function cardOf(at: string): string {
  const name = at.slice(1, -1).replaceAll('/', '-')
  return `/cards/${name === '' ? 'home' : name}.png`
}
