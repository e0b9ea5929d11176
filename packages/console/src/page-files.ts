import path from 'node:path'

/** Where `turbo run build` puts the pages: `host.html`, `screen.html`, `join.html` and `assets/`. */
export const pageFolder = path.join(import.meta.dirname, '../dist/page')

/** What the pages may do: nothing inline, nothing from elsewhere, in nobody's frame. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
