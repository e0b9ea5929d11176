import { readFile } from 'node:fs/promises'

import { expect, test } from 'vitest'

import { publishedSchema, SCHEMA_FILE } from './published-schema.ts'

test('the published schema is the one that verdicts are written by', async () => {
  const published: unknown = JSON.parse(await readFile(SCHEMA_FILE, 'utf8'))
  // To publish a new one: pnpm --filter @five-pillars/judge run schema
  expect(published).toEqual(JSON.parse(publishedSchema()))
})
