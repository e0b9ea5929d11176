import { createRequire } from 'node:module'
import path from 'node:path'

import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)

/**
 * What Slidev wants bundled ahead for its editor and its browser exporter, which no deck of ours
 * has: TypeScript alone takes most of a first start.
 */
const UNUSED = /(?:^|> )(?:typescript|@typescript\/ata|pptxgenjs)$/

/** Plain libraries of Slidev's that are a hundred files: one file each is a start that much faster. */
const MANY_FILES = [
  '@vueuse/motion > popmotion',
  '@vueuse/motion > framesync',
  '@vueuse/motion > style-value-types',
  '@slidev/rough-notation > roughjs/bin/generator',
  '@slidev/rough-notation > roughjs/bin/math',
  '@slidev/rough-notation > roughjs/bin/renderer',
  '@unhead/vue > unhead',
  '@unhead/vue > unhead/client',
  '@unhead/vue > unhead/plugins',
  '@unhead/vue > unhead/scripts',
  '@unhead/vue > unhead/utils',
].map((chain) => `@slidev/cli > @slidev/client > ${chain}`)

/**
 * What every deck of ours wants of Vite. It is a plugin and not a `vite.config.ts`, because Vite
 * writes a bundled copy of such a file into `node_modules`, which may be read-only.
 */
export function kitPlugin(options: Pick<ResolvedSlidevOptions, 'userRoot' | 'clientRoot'>): Plugin {
  const main = path.join(options.clientRoot, 'main.ts')
  return {
    name: 'five-pillars:kit',
    config(config) {
      const include = config.optimizeDeps?.include
      // Vite adds lists up: what another plugin put in can only be taken out of its own list.
      if (include !== undefined) removeAll(include, (each) => UNUSED.test(each))
      return {
        cacheDir: path.join(options.userRoot, '.cache/vite'),
        build: { emptyOutDir: true, reportCompressedSize: false },
        // Content's own dependencies are found at the start: found later, they reload the page.
        optimizeDeps: {
          entries: [main, require.resolve('@five-pillars/content')],
          include: MANY_FILES,
        },
        // Slidev writes there at each start: twenty files that would be news for the page.
        server: { watch: { ignored: [`${options.userRoot}/.cache/**`] } },
      }
    },
  }
}

function removeAll(list: string[], isUnwanted: (item: string) => boolean): void {
  const kept = list.filter((item) => !isUnwanted(item))
  list.splice(0, list.length, ...kept)
}
