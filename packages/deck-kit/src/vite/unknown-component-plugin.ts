import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

import { slidePlace } from './slide-place.ts'

const SLIDE = /__slidev_(\d+)\.md$/
const UNRESOLVED = /_resolveComponent\("([^"]+)"\)/g
/** Registered with the app by Vue Router, so that the compiler cannot know them. */
const GLOBAL = new Set(['RouterLink', 'RouterView'])

/** Stops a build at a component that does not exist, which would render nothing without a word. */
export function unknownComponentPlugin(
  options: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>,
): Plugin {
  return {
    name: 'five-pillars:unknown-component',
    apply: 'build',
    // After the plugin that turns the known ones into imports.
    enforce: 'post',
    transform: {
      filter: { id: SLIDE },
      handler(code, id) {
        const names = unknownComponents(code)
        const no = Number(SLIDE.exec(id)?.[1])
        if (names.length > 0) {
          this.error(`${slidePlace(options, no)}: there is no component <${names.join('>, <')}>`)
        }
      },
    },
  }
}

/** Components that compiled code looks for at run time, since nobody imports them. */
export function unknownComponents(code: string): string[] {
  const names = [...code.matchAll(UNRESOLVED)].map(([, name = '']) => name)
  return [...new Set(names)].filter((name) => !GLOBAL.has(name))
}
