/**
 * The list of addresses that search engines read (sitemaps.org). They want whole addresses, so there
 * is one only where the site's own is known.
 */
export function sitemap(whole: string, pages: readonly string[]): string {
  const urls = pages.map((at) => `  <url><loc>${escaped(`${whole}${at.slice(1)}`)}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
