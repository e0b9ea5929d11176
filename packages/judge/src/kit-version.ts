import { readFileSync } from 'node:fs'

import { z } from 'zod'

const ROOT = new URL('../../../package.json', import.meta.url)

/** Version of the kit this judge belongs to: verdicts of two kits need not agree. */
export const kitVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(ROOT, 'utf8'))).version
