import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { ViteDevServer } from 'vite'

const KIT = fileURLToPath(new URL('../../', import.meta.url))
/** Made by tools, from files that are stamped themselves. */
const MADE = new Set(['node_modules', 'dist', '.cache', '.turbo', '.vitest'])
/** A component, layout or style that comes or goes changes what others are compiled to. */
const CODE = /\.(?:vue|[cm]?[jt]sx?|css)$/
/** What a deck says of how modules are made, all modules. */
const SETUP = /^(?:setup\/.*|[^/]*)\.[cm]?[jt]s$/
const VERSION = /"browserHash": "([0-9a-f]+)"/

/**
 * Changes with everything that says how modules are made, and with the sources of this kit: which
 * Node, which packages (Vite bundles them anew when the lockfile changes), which options.
 *
 * @param files more sources, outside of the kit and of the deck
 */
export function stampKit(
  { config: { base, cacheDir, define, env, mode, root } }: ViteDevServer,
  files: readonly string[],
): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([process.version, base, define, env, mode, root]))
  const own = listFiles(root)
  hash.update(JSON.stringify(own.filter((file) => CODE.test(file))))
  const setups = own.filter((file) => SETUP.test(path.relative(root, file)))
  addContents(hash, [bundledAhead(cacheDir), ...setups, ...listFiles(KIT), ...files])
  return hash.digest('hex')
}

/** The mark that Vite gives to addresses of packages at the next start. */
export function versionOfPackages(server: ViteDevServer): string | undefined {
  const file = bundledAhead(server.config.cacheDir)
  const [, version] = VERSION.exec(existsSync(file) ? readFileSync(file, 'utf8') : '') ?? []
  return version
}

/** What Vite says of the packages that it bundled. */
function bundledAhead(cacheDir: string): string {
  return path.join(cacheDir, 'deps/_metadata.json')
}

/**
 * Changes with everything that a deck consists of, with the files that its slides quote, and with
 * the choice of its slides.
 */
export function stampDeck(
  deckDir: string,
  quoted: readonly string[],
  slides: readonly { revision: string }[],
): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify(slides.map(({ revision }) => revision)))
  addContents(hash, [...listFiles(deckDir), ...quoted])
  return hash.digest('hex')
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory() && !MADE.has(entry.name)) return listFiles(file)
    return entry.isFile() ? [file] : []
  })
}

function addContents(hash: Hash, files: readonly string[]): void {
  for (const file of files) {
    hash.update(`\n${file}\n`)
    if (existsSync(file)) hash.update(readFileSync(file))
  }
}
