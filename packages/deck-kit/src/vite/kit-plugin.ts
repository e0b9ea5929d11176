import path from 'node:path'

import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

/**
 * What every deck of ours wants of Vite. It is a plugin and not a `vite.config.ts`, because Vite
 * writes a bundled copy of such a file into `node_modules`, which may be read-only.
 */
export function kitPlugin(options: Pick<ResolvedSlidevOptions, 'userRoot'>): Plugin {
  return {
    name: 'five-pillars:kit',
    config: () => ({
      cacheDir: path.join(options.userRoot, '.cache/vite'),
      build: { emptyOutDir: true, reportCompressedSize: false },
    }),
  }
}
