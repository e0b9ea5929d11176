import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { exercises } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import { explain } from '../format/explain.ts'
import { levelsIn } from '../hints/levels-in.ts'
import { temporaryKit } from '../kit/temporary-kit.ts'
import { briefSchema, promiseIn } from './brief-link.ts'
import { createRunner } from './create-runner.ts'
import { handoutPageOf } from './handout-page.ts'

/** Of a terminal of 80 columns, without what is around a failure. */
const COLUMNS_MAX = 76

const root = path.resolve(import.meta.dirname, '../../../..')

/** Full names of the open checks, as they stand in the source of the suite. */
function checksIn(source: string): string[] {
  let group = ''
  return [...source.matchAll(/^ *(describe|test)\('([^']+)'/gm)].flatMap(([, kind, name = '']) => {
    if (kind === 'test') return [`${group} > ${name}`]
    group = name
    return []
  })
}

describe.each(exercises)('the brief of $slug', ({ slug, path: folder, deck }) => {
  const read = (...names: string[]): Promise<string> =>
    readFile(path.join(root, folder, ...names), 'utf8')

  test('explains each open check, and nothing else', async () => {
    const { checks } = briefSchema.parse(JSON.parse(await read('brief.json')))
    const open = checksIn(await read('test', `${slug}.test.ts`))
    expect(Object.keys(checks).toSorted()).toEqual(open.toSorted())
    const brief = await read('README.md')
    for (const { promise } of Object.values(checks)) {
      expect(promiseIn(brief, promise)?.text.length ?? 0).toBeGreaterThan(10)
    }
  })

  test('names slides that the talk has', async () => {
    const { checks } = briefSchema.parse(JSON.parse(await read('brief.json')))
    const talk = path.join(root, 'decks', deck)
    const files = (await readdir(talk, { recursive: true }).catch(() => [])).filter(
      (name) => name.endsWith('.md') && !name.includes('node_modules'),
    )
    // A kit has the handout of a talk, and not its source.
    if (files.length === 0) return
    const texts = await Promise.all(files.map((name) => readFile(path.join(talk, name), 'utf8')))
    const titles = texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith('# ')))
    for (const { slide } of Object.values(checks)) expect(titles).toContain(`# ${slide}`)
  })

  test('says where a check is explained in lines that fit', async () => {
    const { checks } = briefSchema.parse(JSON.parse(await read('brief.json')))
    for (const { promise, slide = '' } of Object.values(checks)) {
      const talk = { deck, slide, handout: { file: `handouts/${deck}-handout.pdf`, page: 10 } }
      const brief = { file: `${folder}/README.md`, line: 100, promise, text: '', talk }
      const lines = explain(brief)
      expect(lines).toHaveLength(2)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(COLUMNS_MAX)
    }
  })

  test('has hints of three levels', async () => {
    expect(levelsIn(await read('hints.md'))).toHaveLength(3)
  })
})

test('a promise that a brief does not have is not found', () => {
  const brief =
    '# A\n\n1. Not here.\n\n## The promises\n\n1. _One_\n   more.\n2. Two.\n\n## Print\n\n3. No.\n'
  expect(promiseIn(brief, 1)).toEqual({ line: 7, text: 'One more.' })
  expect(promiseIn(brief, 2)).toEqual({ line: 9, text: 'Two.' })
  expect(promiseIn(brief, 3)).toBeUndefined()
  expect(promiseIn('', 1)).toBeUndefined()
})

test('a failure names the page of the handout', async () => {
  await using folder = await temporaryKit()
  await putHandout(folder.kit.root)
  const { brief } = await createRunner(folder.kit).runCheck('quorum')
  expect(explain(brief)).toEqual([
    expect.stringMatching(/^Promise 6: exercises\/truth\/quorum\/README\.md:\d+$/),
    `Page 5 of truth-handout.pdf: “${SLIDE}”`,
  ])
})

test('it is named where the handout lies, and has that slide, alone', async () => {
  await using folder = await temporaryKit()
  const { kit } = folder
  const asked = { deck: 'truth', slide: SLIDE }
  expect(await handoutPageOf(kit, asked)).toBeNull()

  const { pages, pdf } = await putHandout(kit.root)
  expect(await handoutPageOf(kit, asked)).toEqual({ file: 'handouts/truth-handout.pdf', page: 5 })
  expect(await handoutPageOf(kit, { ...asked, slide: 'Another' })).toBeNull()
  expect(await handoutPageOf(kit, { ...asked, deck: 'constructor' })).toBeNull()

  await rm(pdf)
  expect(await handoutPageOf(kit, asked)).toBeNull()
  await writeFile(pdf, '%PDF')
  for (const damaged of ['{', '{"truth":{"file":"../x.pdf","pages":{}}}', '{"truth":{}}', '{}']) {
    await writeFile(pages, damaged)
    expect(await handoutPageOf(kit, asked)).toBeNull()
  }
})

const SLIDE = 'Two of three always meet two of three'

/** As `pack` puts it into a kit. */
async function putHandout(kit: string): Promise<{ pages: string; pdf: string }> {
  const folder = path.join(kit, 'handouts')
  const [pages, pdf] = [path.join(folder, 'pages.json'), path.join(folder, 'truth-handout.pdf')]
  await mkdir(folder)
  await writeFile(pdf, '%PDF')
  const known = { truth: { file: 'truth-handout.pdf', pages: { [SLIDE]: 5 } } }
  await writeFile(pages, JSON.stringify(known))
  return { pages, pdf }
}
