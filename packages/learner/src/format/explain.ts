import type { BriefLink } from '../check/brief-link.ts'

/** Where a broken promise is explained, a line each; no line where nobody knows. */
export function explain(brief: BriefLink | null): string[] {
  if (brief === null) return []
  return [
    `Promise ${brief.promise}: ${brief.file}:${brief.line}`,
    ...(brief.talk === null ? [] : [`Slide: ${brief.talk.deck}, “${brief.talk.slide}”`]),
  ]
}
