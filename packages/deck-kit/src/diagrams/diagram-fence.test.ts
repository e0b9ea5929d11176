import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { diagramFence } from './diagram-fence.ts'
import { diagramFile, diagramId } from './diagram-file.ts'
import { readDrawings } from './read-drawings.ts'

let root = ''

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deck-'))
  await mkdir(path.join(root, '.diagrams'))
})

afterEach(async () => {
  await rm(root, { recursive: true })
})

async function draw(scheme: 'light' | 'dark'): Promise<void> {
  await writeFile(path.join(root, '.diagrams', diagramFile('pie', scheme)), `<svg>${scheme}</svg>`)
}

describe('diagramFence', () => {
  test('a fence with both drawings becomes a diagram', async () => {
    await draw('light')
    await draw('dark')
    const html = diagramFence(root, 'mermaid {scale: 0.8}', 'pie\n')
    expect(html).toBe(`<Diagram id="${diagramId('pie')}" v-bind="{scale: 0.8}" />`)
  })

  test('a fence without drawings is left for the browser, and so is code', async () => {
    await draw('light')
    expect(diagramFence(root, 'mermaid', 'pie')).toBeUndefined()
    expect(diagramFence(root, 'ts {1}', 'pie')).toBeUndefined()
    expect(diagramFence(root, 'mermaidish', 'pie')).toBeUndefined()
  })
})

describe('readDrawings', () => {
  test('the drawings of both papers stand under the id of their diagram', async () => {
    await draw('light')
    await draw('dark')
    expect(readDrawings(root)).toEqual({
      [diagramId('pie')]: { light: '<svg>light</svg>', dark: '<svg>dark</svg>' },
    })
  })

  test('a deck without diagrams has none', () => {
    expect(readDrawings(path.join(root, 'nowhere'))).toEqual({})
  })
})
