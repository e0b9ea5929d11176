import type { Plugin } from 'vite'

import { readDrawings } from '../diagrams/read-drawings.ts'

const MODULE = 'virtual:five-pillars/diagrams'
const RESOLVED = `\0${MODULE}`

/**
 * Answers `virtual:five-pillars/diagrams` with the deck's drawings. They stay out of the slides'
 * own code, which UnoCSS and the compilers would read word by word.
 */
export function diagramsPlugin(root: string): Plugin {
  return {
    name: 'five-pillars:diagrams',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) =>
      id === RESOLVED ? `export const drawings = ${JSON.stringify(readDrawings(root))}` : undefined,
  }
}
