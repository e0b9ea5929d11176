import type { Content } from './schema.ts'

/** Paths that leave a part of the shop out, milestones that nobody can reach. */
export function* pathProblems(content: Content): Generator<string> {
  const known = content.exercises.map(({ slug }) => slug)
  for (const { id, exercises } of content.learningPaths) {
    yield* unknownIn(`path "${id}"`, exercises, known)
    for (const pillar of content.pillars) {
      const isThere = content.exercises.some(
        (exercise) => exercise.pillar === pillar.id && exercises.includes(exercise.slug),
      )
      if (!isThere) yield `path "${id}": has no exercise of the pillar "${pillar.id}"`
    }
    for (const [index, slug] of exercises.entries()) {
      if (exercises.indexOf(slug) < index) yield `path "${id}": comes to "${slug}" twice`
    }
  }
  for (const { id, criterion } of content.milestones) {
    const of = criterion.of ?? known
    yield* unknownIn(`milestone "${id}"`, of, known)
    if (criterion.count > of.length) {
      yield `milestone "${id}": asks for ${criterion.count} of ${of.length} exercises`
    }
  }
}

function* unknownIn(
  who: string,
  slugs: readonly string[],
  known: readonly string[],
): Generator<string> {
  for (const slug of slugs) {
    if (!known.includes(slug)) yield `${who}: there is no exercise "${slug}"`
  }
}
