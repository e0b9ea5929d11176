import type { IncomingMessage, ServerResponse } from 'node:http'

import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

import { SCRIPT_URL, keptPage } from './kept-page.ts'
import { KeptStarts } from './kept-starts.ts'

type Options = Pick<ResolvedSlidevOptions, 'clientRoot' | 'data' | 'userRoot' | 'utils'>

/**
 * Starts a live deck with the modules that its last start made, where nothing has changed that they
 * were made from. Vite makes them once more when the page is there, and knows them from then on.
 */
export function keptStartPlugin(options: Options): Plugin {
  return {
    name: 'five-pillars:kept-start',
    apply: 'serve',
    configureServer(server) {
      const starts = new KeptStarts(server, options)
      server.httpServer?.once('listening', () => starts.start())
      server.watcher.on('all', () => starts.change())
      server.middlewares.use((request, response, next) => {
        follow(starts, request, response)
        const { offer } = starts
        if (request.url === SCRIPT_URL) {
          send(response, 'text/javascript', scriptFor(request, offer?.script))
        } else if (offer !== undefined && /^\/(?:index\.html)?(?:\?|$)/.test(request.url ?? '')) {
          send(response, 'text/html', keptPage(options.utils.indexHtml, offer.urls))
        } else next()
      })
    },
  }
}

function follow(
  starts: KeptStarts,
  { headers, url }: IncomingMessage,
  response: ServerResponse,
): void {
  const isModule = headers['sec-fetch-dest'] === 'script' && url !== SCRIPT_URL
  starts.begin(isModule ? url : undefined)
  response.once('close', () => starts.end())
}

/** Empty where the deck was changed since the page was sent: it asks the server for all, then. */
function scriptFor({ headers }: IncomingMessage, script = ''): string {
  // A page of any other site could run a plain script, and read from it what the deck says.
  return headers['sec-fetch-site'] === 'same-origin' ? script : ''
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', type)
  response.setHeader('Cache-Control', 'no-store')
  response.end(text)
}
