import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { decodeBase64 } from './decode-base64.ts'
import { diagramFence } from './diagram-fence.ts'
import { diagramFile } from './diagram-file.ts'

let root = ''

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deck-'))
  await mkdir(path.join(root, '.diagrams'))
})

afterEach(async () => {
  await rm(root, { recursive: true })
})

describe('diagramFence', () => {
  test('a fence with drawings becomes a diagram that holds both', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await writeFile(
        path.join(root, '.diagrams', diagramFile('pie', scheme)),
        `<svg>${scheme} ≈</svg>`,
      )
    }
    const html = diagramFence(root, 'mermaid {scale: 0.8}', 'pie\n') ?? ''
    expect(html).toMatch(/^<Diagram v-bind="\{scale: 0\.8\}" light="\S+" dark="\S+" \/>$/)
    expect(decodeBase64(/dark="([^"]*)"/.exec(html)?.[1] ?? '')).toBe('<svg>dark ≈</svg>')
  })

  test('a fence without drawings is left for the browser, and so is code', () => {
    expect(diagramFence(root, 'mermaid', 'pie')).toBeUndefined()
    expect(diagramFence(root, 'ts {1}', 'pie')).toBeUndefined()
    expect(diagramFence(root, 'mermaidish', 'pie')).toBeUndefined()
  })
})
