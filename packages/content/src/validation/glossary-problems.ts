import type { Content } from './schema.ts'

/** Longer ones are lessons: the slides tell them. */
const MEANING_MAX = 240

/** Names that two terms claim, meanings that are lessons, and lists that leave a pillar out. */
export function* glossaryProblems(content: Content): Generator<string> {
  const owner = new Map<string, string>()
  for (const { id, term, also = [], meaning } of content.glossary) {
    for (const name of [term, ...also].map((each) => each.toLowerCase())) {
      const other = owner.get(name)
      if (other !== undefined) yield `term "${id}": "${name}" is also a name of "${other}"`
      owner.set(name, id)
    }
    if (meaning.length > MEANING_MAX) {
      yield `term "${id}": its meaning has ${meaning.length} letters, at most ${MEANING_MAX}`
    }
  }
  for (const { id } of content.pillars) {
    if (!content.selfTest.some(({ pillar }) => pillar === id)) {
      yield `pillar "${id}": the self-test asks nothing about it`
    }
    if (!content.quickLinks.some((each) => each.id === id)) {
      yield `pillar "${id}": no quick link leads to it`
    }
  }
}
