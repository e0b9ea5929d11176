import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { closureOf } from './closure.ts'
import { membersOf } from './workspace.ts'

const root = mkdtempSync(path.join(tmpdir(), 'closure-'))
afterAll(() => rmSync(root, { recursive: true }))

function put(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), content)
}

put('packages/a/package.json', '{"name":"@kit/a","dependencies":{"zod":"1","@kit/b":"1"}}')
put('packages/b/package.json', '{"name":"@kit/b","exports":{".":"./b.ts","./sub":"./sub/s.ts"}}')
put('packages/b/b.ts', "export const b = 1\nexport * from './told.ts'\n")
put('packages/b/told.ts', 'export {}\n')
put('packages/b/sub/s.ts', "export type { A } from 'vitest/node'\n")
put('packages/b/data.json', '{}')
put('packages/b/started.mjs', "import 'node:fs'\n")
put('packages/b/unused.ts', "import './missing.ts'\n")

const closure = (...from: string[]): ReturnType<typeof closureOf> =>
  closureOf(root, membersOf(root), from)

test('imports of every kind are followed, into other packages too, and nothing else', () => {
  put(
    'packages/a/a.ts',
    `import type { B } from '@kit/b'
    import data from '../b/data.json'
    import '#subject'
    const later = async () => await import('@kit/b/sub')
    const started = new URL('../b/started.mjs', import.meta.url)
    const text = './not-there.ts'
    export { z } from 'zod'\n`,
  )
  expect(closure('packages/a/a.ts')).toEqual({
    files: [
      'packages/a/a.ts',
      'packages/b/b.ts',
      'packages/b/data.json',
      'packages/b/started.mjs',
      'packages/b/sub/s.ts',
      'packages/b/told.ts',
    ],
    packages: new Map([
      ['packages/a', ['@kit/b', 'zod']],
      ['packages/b', ['vitest']],
    ]),
  })
})

test.each([
  ["import '../hidden/solution/x.ts'", 'hidden-inside'],
  ["const name = '../b/hidden/x.ts'", 'hidden-inside'],
  ["import './gone.ts'", 'no-file'],
  ["import '@kit/b/nothing'", 'no-file'],
  ['import {', 'no-file'],
])('%s is refused as %s', (line, code) => {
  put('packages/b/hidden/x.ts', '')
  put('packages/a/wrong.ts', `${line}\n`)
  expect(() => closure('packages/a/wrong.ts')).toThrow(expect.objectContaining({ code }))
})
