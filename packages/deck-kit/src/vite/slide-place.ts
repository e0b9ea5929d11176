import path from 'node:path'

import type { ResolvedSlidevOptions } from '@slidev/types'

/** Where an author finds a slide: `pages/02-queue.md:14 (slide 9)`. */
export function slidePlace(
  { data, userRoot }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>,
  no: number,
): string {
  const source = data.slides[no - 1]?.source
  if (source === undefined) return `slide ${no}`
  const file = path.relative(userRoot, source.filepath).replaceAll('\\', '/')
  return `${file}:${source.start + 1} (slide ${no})`
}
