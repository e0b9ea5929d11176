import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'

import { launchBrowser } from '@five-pillars/browser'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { root } from './stage.ts'

const golden = path.resolve(import.meta.dirname, '../../simulator/fixtures/golden')
const require = createRequire(import.meta.url)

/** Older Nodes that the registry has as packages, for the systems that they are there for. */
const olderNodes = ['node-20', 'node-22'].flatMap((name) => {
  try {
    return [path.join(path.dirname(require.resolve(`${name}/package.json`)), 'bin/node')]
  } catch {
    // Optional: the package is for Linux on x64 alone.
    return []
  }
})

let folder = ''
let script = ''
let expected = ''

beforeAll(async () => {
  expected = await readFile(path.join(golden, 'hashes.txt'), 'utf8')
  const bundle = await rolldown({ input: path.join(golden, 'golden-hashes.ts') })
  const { output } = await bundle.generate({ format: 'iife', name: 'golden' })
  script = output[0].code
  folder = await mkdtemp(path.join(tmpdir(), 'five-pillars-engines-'))
  await writeFile(
    path.join(folder, 'golden.js'),
    `${script}\nconsole.log(process.version + "\\n" + golden.goldenHashes().join("\\n"))`,
  )
})

afterAll(() => rm(folder, { recursive: true }))

// Packages with an older one put that first on the path of this package's scripts.
test('what is tested runs on the Node that the project brings', async () => {
  const manifest = await readFile(path.join(root, 'package.json'), 'utf8')
  expect(JSON.parse(manifest)).toMatchObject({ devDependencies: { node: process.versions.node } })
})

describe('twenty worlds are the same, event by event', () => {
  test.for(olderNodes)('in %s', async (node) => {
    const { stdout } = await promisify(execFile)(node, [path.join(folder, 'golden.js')])
    const [version, ...hashes] = stdout.split('\n')
    expect(version).toMatch(/^v2[02]\./)
    expect(hashes.join('\n')).toBe(expected)
  })

  test('in a realm that has the language and nothing else, as an isolate has', () => {
    const hashes: unknown = runInNewContext(`${script}\ngolden.goldenHashes().join("\\n")`, {})
    expect(`${String(hashes)}\n`).toBe(expected)
  })

  test('in Chromium, on a page and in a worker', async () => {
    const browser = await launchBrowser({ prefer: 'packaged' })
    try {
      const page = await browser.newPage()
      const onPage: unknown = await page.evaluate(`${script}\ngolden.goldenHashes()`)
      const inWorker: unknown = await page.evaluate(async (code) => {
        const body = `${code}\npostMessage(golden.goldenHashes())`
        const worker = new Worker(URL.createObjectURL(new Blob([body])))
        const { promise, resolve } = Promise.withResolvers<unknown>()
        worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
        const hashes = await promise
        worker.terminate()
        return hashes
      }, script)
      const lines = expected.trim().split('\n')
      expect(onPage).toEqual(lines)
      expect(inWorker).toEqual(lines)
    } finally {
      await browser.close()
    }
  })
})
