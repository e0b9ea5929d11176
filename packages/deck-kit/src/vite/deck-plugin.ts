import type { SlidevData } from '@slidev/types'
import type { Plugin } from 'vite'

import { scanDeck } from '../sources/scan-deck.ts'

const MODULE = 'virtual:five-pillars/deck'
const RESOLVED = `\0${MODULE}`

/** Answers `virtual:five-pillars/deck`: which figures and claims the deck uses, in their order. */
export function deckPlugin(data: Pick<SlidevData, 'slides'>): Plugin {
  return {
    name: 'five-pillars:deck',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) =>
      id === RESOLVED ? `export const uses = ${JSON.stringify(scanDeck(data.slides))}` : undefined,
    handleHotUpdate({ file, server, modules }) {
      const deck = server.moduleGraph.getModuleById(RESOLVED)
      return file.endsWith('.md') && deck !== undefined ? [...modules, deck] : undefined
    },
  }
}
