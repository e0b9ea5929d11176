import type { BriefLink, TalkLink } from '../check/brief-link.ts'

/** Where a broken promise is explained, a line each; no line where nobody knows. */
export function explain(brief: BriefLink | null): string[] {
  if (brief === null) return []
  return [`Promise ${brief.promise}: ${brief.file}:${brief.line}`, ...explainedIn(brief.talk)]
}

/** The slide that explains it, and the page of its handout where the kit has one. */
export function explainedIn(talk: TalkLink | null): string[] {
  if (talk === null) return []
  const { deck, slide, handout } = talk
  return [
    `Slide: ${deck}, “${slide}”`,
    ...(handout === null ? [] : [`Handout: page ${handout.page} of ${handout.file}`]),
  ]
}
