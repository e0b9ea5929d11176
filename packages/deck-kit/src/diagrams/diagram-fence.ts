import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { diagramFile } from './diagram-file.ts'

const FENCE = /^mermaid(?![\w-])\s*(\{[^\n]*\})?/

/**
 * What stands in the place of a Mermaid fence: the drawings that were made before the build.
 * Without them, undefined: then Slidev draws the diagram in the browser.
 */
export function diagramFence(root: string, info: string, code: string): string | undefined {
  const fence = FENCE.exec(info)
  if (fence === null) return undefined
  const folder = path.join(root, '.diagrams')
  const light = path.join(folder, diagramFile(code, 'light'))
  const dark = path.join(folder, diagramFile(code, 'dark'))
  if (!existsSync(light) || !existsSync(dark)) return undefined
  const bind = fence[1] === undefined ? '' : ` v-bind="${fence[1].replaceAll('"', '&quot;')}"`
  return `<Diagram${bind} light="${base64(light)}" dark="${base64(dark)}" />`
}

function base64(file: string): string {
  return readFileSync(file).toString('base64')
}
