import { z } from 'zod'

import { verdictSchema } from './verdict.ts'

/** Where the format of `results.json` is published; `pnpm run schema` writes it. */
export const SCHEMA_FILE = new URL('../schema/results-v1.json', import.meta.url)

/** The JSON Schema of a verdict, as the text of the published file. */
export function publishedSchema(): string {
  const schema = z.toJSONSchema(verdictSchema)
  return `${JSON.stringify({ title: 'Five Pillars verdict, version 1', ...schema }, null, 2)}\n`
}
