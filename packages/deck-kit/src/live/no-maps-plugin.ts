import type { Plugin } from 'vite'

/**
 * A live deck is not debugged in its source maps, but making, joining and sending them is a good
 * part of its start. An empty map says: none here, and none of what came before.
 */
export function noMapsPlugin(): Plugin {
  return {
    name: 'five-pillars:no-maps',
    apply: 'serve',
    enforce: 'post',
    transform: (code) => ({ code, map: { mappings: '' } }),
  }
}
