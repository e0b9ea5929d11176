/** Stands for the server's address, whose port is another one at each start. */
export const ORIGIN = 'five-pillars-origin:'

/** Address of the script that gives a page its kept modules. */
export const SCRIPT_URL = '/@five-pillars/kept.js'

/**
 * Lets a page find kept modules where it would ask the server for them. Each stays a module of its
 * own under its own address, so that all else, and every later change, goes on as without.
 *
 * @param parts `[address, code][]`, as JSON
 */
export function keptScript(parts: readonly string[]): string {
  return `{
const { origin } = location
const imports = {}
for (const [url, code] of [${parts.join(',')}].flat()) {
  const here = code.replaceAll(${JSON.stringify(ORIGIN)}, origin) + '\\n//# sourceURL=' + origin + url
  imports[url] = URL.createObjectURL(new Blob([here], { type: 'text/javascript' }))
}
const map = document.createElement('script')
map.type = 'importmap'
map.textContent = JSON.stringify({ imports })
document.currentScript.after(map)
}`
}

/** The page with that script ahead of all else, and its own scripts taken from there, too. */
export function keptPage(html: string, urls: ReadonlySet<string>): string {
  return html
    .replace('<head>', `<head>\n<script src="${SCRIPT_URL}"></script>`)
    .replaceAll(/<script type="module" src="([^"]+)"><\/script>/g, (tag, url: string) =>
      urls.has(encodeURI(url))
        ? `<script type="module">import ${JSON.stringify(url)}</script>`
        : tag,
    )
}
