import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { diagramFile } from './diagram-file.ts'
import { drawDeck } from './draw-deck.ts'
import type { Renderer } from './open-renderer.ts'

const good = 'flowchart LR\n  accTitle: Way\n  accDescr: From a to b\n  a --> b'
const where = 'slides.md:7 (slide 2)'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'diagrams-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** A renderer that writes down what it was asked, and cannot read what says `bad`. */
function fakeRenderer(asked: string[]): () => Promise<Renderer> {
  return async () => ({
    draw: async (code, scheme) => {
      asked.push(scheme)
      if (code.includes('bad'))
        return { kind: 'error', message: 'Parse error on line 5:\n...bad\n' }
      return { kind: 'svg', svg: '<svg viewBox="0 0 10.2 20" width="100%" style="a"><g/></svg>' }
    },
    close: async () => {
      asked.push('close')
    },
  })
}

describe('drawDeck', () => {
  test('a diagram is drawn once for each paper, with the size of its view', async () => {
    const asked: string[] = []
    const report = await drawDeck([{ code: good, where }], folder, fakeRenderer(asked))
    expect(report).toEqual({ total: 1, drawn: 1, findings: [] })
    expect(asked).toEqual(['light', 'dark', 'close'])
    expect(await readFile(path.join(folder, diagramFile(good, 'dark')), 'utf8')).toBe(
      '<svg width="11" height="20" viewBox="0 0 10.2 20"><g/></svg>',
    )
  })

  test('what is drawn already opens no browser, and what nobody wants goes', async () => {
    await drawDeck([{ code: good, where }], folder, fakeRenderer([]))
    await writeFile(path.join(folder, 'old.light.svg'), '')
    const asked: string[] = []
    const report = await drawDeck([{ code: good, where }], folder, fakeRenderer(asked))
    expect(report.drawn).toBe(0)
    expect(asked).toEqual([])
    expect((await readdir(folder)).toSorted()).toEqual(
      [diagramFile(good, 'dark'), diagramFile(good, 'light')].toSorted(),
    )
  })

  test('what Mermaid cannot read is named by its place, and the browser is closed', async () => {
    const asked: string[] = []
    const bad = { code: `${good}\n  bad`, where }
    const report = await drawDeck([bad, { code: good, where }], folder, fakeRenderer(asked))
    expect(report.findings).toEqual([`${where}: Parse error on line 5: | ...bad`])
    expect(asked).toEqual(['light', 'light', 'dark', 'close'])
  })

  test('a diagram without words is a finding even when it is drawn', async () => {
    const report = await drawDeck([{ code: 'pie', where }], folder, fakeRenderer([]))
    expect(report.findings).toHaveLength(2)
    expect(report.findings[0]).toContain(`${where}: the diagram has no accTitle`)
  })
})
