import type { Plugin } from 'vite'

/** Makes the slides that the page asks for last while it is still busy with what comes first. */
export function warmUpPlugin(): Plugin {
  return {
    name: 'five-pillars:warm-up',
    apply: 'serve',
    configureServer(server) {
      server.httpServer?.once('listening', () => {
        for (const no of [1, 2]) void server.warmupRequest(`/@slidev/slides/${no}/md`)
      })
    },
  }
}
