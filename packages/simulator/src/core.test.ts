import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

/** Shrinking asks fast-check, and what uses promises lets them go on: these wait, and nothing else. */
const MAY_WAIT = ['shrink/', 'scenario/run-async.ts', 'virtual-time.ts']

test('the core neither waits nor imports: it runs in a browser, a worker and an isolate', () => {
  const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
    (file) => !file.endsWith('.test.ts') && !file.includes('testing'),
  )
  const findings = files.flatMap((file) => {
    const name = file.replaceAll(path.sep, '/')
    const code = readFileSync(path.join(import.meta.dirname, file), 'utf8').replaceAll(
      /\/\*.*?\*\/|\/\/.*$/gms,
      '',
    )
    const waits =
      /\b(?:async|await)\s/.test(code) && !MAY_WAIT.some((start) => name.startsWith(start))
    const imports = [...code.matchAll(/from '([^.'][^']*)'/g)].map(([, from]) => from)
    const foreign = imports.filter((from) => !(name.startsWith('shrink/') && from === 'fast-check'))
    return [...(waits ? [`${name} waits`] : []), ...foreign.map((from) => `${name}: ${from}`)]
  })
  expect(files.length).toBeGreaterThan(50)
  expect(findings).toEqual([])
})
