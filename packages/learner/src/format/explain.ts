import path from 'node:path'

import type { BriefLink, TalkLink } from '../check/brief-link.ts'

/** Where a broken promise is explained, a line each; no line where nobody knows. */
export function explain(brief: BriefLink | null): string[] {
  if (brief === null) return []
  return [`Promise ${brief.promise}: ${brief.file}:${brief.line}`, ...explainedIn(brief.talk)]
}

/**
 * The slide that explains it: its page where the kit has the handout, in `handouts/`. One line, since
 * each takes one from the run that is shown.
 */
export function explainedIn(talk: TalkLink | null): string[] {
  if (talk === null) return []
  const { deck, slide, handout } = talk
  if (handout === null) return [`Slide: ${deck}, “${slide}”`]
  return [`Page ${handout.page} of ${path.posix.basename(handout.file)}: “${slide}”`]
}
