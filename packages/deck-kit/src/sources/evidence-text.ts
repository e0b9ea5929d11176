import { source } from '@five-pillars/content'
import type { Figure } from '@five-pillars/content'

import { asOfText } from './as-of-text.ts'

/** Who says so and of when, or how this repository measures it, in one line. */
export function evidenceText({ asOf, measuredBy, sources }: Figure): string {
  if (measuredBy !== undefined) return `Measured here: ${measuredBy}`
  const authors = sources.map((id) => source(id).authors)
  return `${authors.join('; ')} · as of ${asOfText(asOf)}`
}
