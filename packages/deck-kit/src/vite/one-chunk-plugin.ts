import type { Plugin } from 'vite'

import { isManyFiles } from './single-file-plugins.ts'

/** Slides, what they are drawn with and what they say, but not the page that only a printer opens. */
const SLIDES =
  /__slidev_\d+\.md|\/@slidev\/slides\/\d+|\/packages\/(?:deck-kit(?!\/src\/print)|content)\/|\/decks\//

/**
 * Puts all slides of a built deck into one chunk. A deck is printed whole, and shown from the same
 * machine: a file for each slide and each component costs more than it spares (measured on 43 + 26
 * slides: CPU of printing 4.2 → 3.35 s; first slide 0.4 s).
 */
export function oneChunkPlugin(): Plugin {
  return {
    name: 'five-pillars:one-chunk',
    apply: isManyFiles,
    configResolved({ build }) {
      for (const output of [build.rollupOptions.output].flat()) {
        if (output === undefined) continue
        const slidev = output.manualChunks
        output.manualChunks = (id, meta) => (SLIDES.test(id) ? 'slides' : slidev?.(id, meta))
      }
    },
  }
}
