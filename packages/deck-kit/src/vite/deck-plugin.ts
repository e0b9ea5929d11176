import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

import { unknownThing } from '../sources/evidence.ts'
import { scanDeck } from '../sources/scan-deck.ts'
import type { Use } from '../sources/scan-deck.ts'
import { readComponents } from './read-components.ts'
import { slidePlace } from './slide-place.ts'

const MODULE = 'virtual:five-pillars/deck'
const RESOLVED = `\0${MODULE}`

/**
 * Answers `virtual:five-pillars/deck`: which figures, claims and other things with sources the deck
 * uses, in their order. A build stops at an id that content does not have, which no type check sees
 * in Markdown.
 */
export function deckPlugin(options: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>): Plugin {
  const uses = (): Use[] => scanDeck(options.data.slides, readComponents(options.userRoot))
  let isBuild = false
  return {
    name: 'five-pillars:deck',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    buildStart() {
      if (!isBuild) return
      const lines = uses().flatMap((use) => {
        const message = unknownThing(use)
        return message === undefined ? [] : [`${slidePlace(options, use.slide)}: ${message}`]
      })
      if (lines.length > 0) this.error(lines.join('\n'))
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const uses = ${JSON.stringify(uses())}` : undefined),
    handleHotUpdate({ file, server, modules }) {
      const deck = server.moduleGraph.getModuleById(RESOLVED)
      return file.endsWith('.md') && deck !== undefined ? [...modules, deck] : undefined
    },
  }
}
