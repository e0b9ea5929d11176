import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { exercises } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import { levelsIn } from '../hints/levels-in.ts'
import { briefSchema, promiseIn } from './brief-link.ts'

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
