import { enableCompileCache } from 'node:module'
import path from 'node:path'

import type { ViteDevServer } from 'vite'

import type { DeckCut } from '../cut/cut-deck.ts'
import { titleExtension } from '../frame/title-extension.ts'
import { freePort } from './free-port.ts'

const HOST = '127.0.0.1'

/** A deck served from its source. */
export interface LiveDeck {
  /** Address of the deck, ending in a slash. */
  url: string
  port: number
  close(): Promise<void>
}

export interface ServeOptions {
  /** Folder of the deck, the one that holds `slides.md`. */
  deckDir: string
  port: number
  /** A shorter cut of it, by `cutDeck`; default: the whole deck. */
  cut?: DeckCut | undefined
}

/**
 * Serves a deck from its source on 127.0.0.1 and follows every change of it. Takes the next free
 * port where `port` is taken; 0 asks the system for one.
 *
 * @throws PortsTaken when no port near the wanted one is free
 */
export async function serveDeck(o: ServeOptions): Promise<LiveDeck> {
  // Slidev and its tools are a thousand files: compiled once, the next start need not do it again.
  enableCompileCache(path.join(o.deckDir, '.cache/node'))
  const port = await freePort(o.port, HOST)
  const server = await start(path.join(o.deckDir, 'slides.md'), port, o.cut)
  await server.listen()
  return { url: `http://${HOST}:${port}/`, port, close: () => server.close() }
}

async function start(
  entry: string,
  port: number,
  cut: DeckCut | undefined,
): Promise<ViteDevServer> {
  const { createServer, parser, resolveOptions } = await import('@slidev/cli')
  // Slidev's own command loads these; its functions do not. It has a parser of its own, too.
  const extensions = cut === undefined ? [titleExtension] : [cut.extension, titleExtension]
  parser.injectPreparserExtensionLoader(async () => extensions)
  const options = await resolveOptions({ entry }, 'dev')
  return createServer(
    options,
    { server: { port, strictPort: true, host: HOST }, logLevel: 'warn' },
    {
      // Without this a changed slide would be shown only after a restart.
      async loadData(sources) {
        const loaded = await parser.load(options, entry, sources, 'dev')
        const { themeMeta } = options.data
        const config = parser.resolveConfig(loaded.headmatter, themeMeta, entry)
        return { ...loaded, config, ...(themeMeta === undefined ? {} : { themeMeta }) }
      },
    },
  )
}
