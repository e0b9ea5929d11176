import { existsSync } from 'node:fs'
import path from 'node:path'

import { diagramFile, diagramId } from './diagram-file.ts'

const FENCE = /^mermaid(?![\w-])\s*(\{[^\n]*\})?/

/**
 * What stands in the place of a Mermaid fence that was drawn before the build. Without drawings,
 * undefined: then Slidev draws the diagram in the browser.
 */
export function diagramFence(root: string, info: string, code: string): string | undefined {
  const fence = FENCE.exec(info)
  if (fence === null) return undefined
  const folder = path.join(root, '.diagrams')
  const drawn = (['light', 'dark'] as const).every((scheme) =>
    existsSync(path.join(folder, diagramFile(code, scheme))),
  )
  if (!drawn) return undefined
  const bind = fence[1] === undefined ? '' : ` v-bind="${fence[1].replaceAll('"', '&quot;')}"`
  return `<Diagram id="${diagramId(code)}"${bind} />`
}
