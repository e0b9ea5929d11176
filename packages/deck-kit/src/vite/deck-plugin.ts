import { claims, figures } from '@five-pillars/content'
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

import { scanDeck } from '../sources/scan-deck.ts'
import type { Use } from '../sources/scan-deck.ts'
import { readComponents } from './read-components.ts'
import { slidePlace } from './slide-place.ts'

const MODULE = 'virtual:five-pillars/deck'
const RESOLVED = `\0${MODULE}`

const known = {
  figure: new Set<string>(figures.map((each) => each.id)),
  claim: new Set<string>(claims.map((each) => each.id)),
}

/**
 * Answers `virtual:five-pillars/deck`: which figures and claims the deck uses, in their order. A
 * build stops at an id that content does not have, which no type check sees in Markdown.
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
      const unknown = uses().filter(({ kind, id }) => !known[kind].has(id))
      if (!isBuild || unknown.length === 0) return
      const lines = unknown.map(({ kind, id, slide }) => {
        return `${slidePlace(options, slide)}: there is no ${kind} "${id}" in @five-pillars/content`
      })
      this.error(lines.join('\n'))
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const uses = ${JSON.stringify(uses())}` : undefined),
    handleHotUpdate({ file, server, modules }) {
      const deck = server.moduleGraph.getModuleById(RESOLVED)
      return file.endsWith('.md') && deck !== undefined ? [...modules, deck] : undefined
    },
  }
}
