import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { CodeblockTransformer } from '@slidev/types'

import { diagramFile } from './diagram-file.ts'

const FENCE = /^mermaid\s*(\{[^\n]*\})?/

/**
 * Puts the drawing that was made before the build in the place of a Mermaid fence. Without one the
 * fence is left to Slidev, which draws it in the browser.
 */
export const diagramFence: CodeblockTransformer = ({ info, code, options }) => {
  const fence = FENCE.exec(info)
  if (fence === null) return undefined
  const folder = path.join(options.userRoot, '.diagrams')
  const light = path.join(folder, diagramFile(code, 'light'))
  const dark = path.join(folder, diagramFile(code, 'dark'))
  if (!existsSync(light) || !existsSync(dark)) return undefined
  const bind = fence[1] === undefined ? '' : ` v-bind="${fence[1].replaceAll('"', '&quot;')}"`
  return `<Diagram${bind} light="${base64(light)}" dark="${base64(dark)}" />`
}

function base64(file: string): string {
  return readFileSync(file).toString('base64')
}
