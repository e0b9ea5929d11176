import type { LearnerState, SubmissionState } from '../room/state.ts'
import type { TeamState } from './state.ts'

/** The part of each learner that is played: the best one, and of equal ones the newest. */
function bestOf(submissions: Iterable<SubmissionState>): ReadonlyMap<string, SubmissionState> {
  const best = new Map<string, SubmissionState>()
  for (const one of submissions) {
    if (one.verdict === null) continue
    const key = `${one.learner} ${one.exercise}`
    const known = best.get(key)?.verdict?.points ?? -1
    if (one.verdict.points >= known) best.set(key, one)
  }
  return best
}

/** A shop for each learner who has at least one of its parts, made of their own. */
export function ownTeams(
  learners: Iterable<LearnerState>,
  slugs: readonly string[],
  submissions: Iterable<SubmissionState>,
): readonly TeamState[] {
  const best = bestOf(submissions)
  return [...learners].flatMap(({ id, nickname }) => {
    const parts = slugs.map((slug) => ({ slug, submission: best.get(`${id} ${slug}`)?.id ?? null }))
    const isEmpty = parts.every(({ submission }) => submission === null)
    return isEmpty ? [] : [{ id, name: nickname, members: [id], parts, result: null }]
  })
}

/**
 * Teams whose shops are made of the parts of several learners, by chance: each part of each learner is
 * in one team at most, and a team has nobody's part only where the room has too few of that one.
 */
export function mixedTeams(
  own: readonly TeamState[],
  slugs: readonly string[],
  { count, seed }: { count: number; seed: number },
): readonly TeamState[] {
  const random = randomOf(seed)
  const columns = new Map(
    slugs.map((slug) => {
      const given = own.flatMap(({ members, parts }) => {
        const submission = parts.find((part) => part.slug === slug)?.submission ?? null
        return submission === null ? [] : [{ submission, member: members[0] ?? '' }]
      })
      return [slug, shuffled(given, random)]
    }),
  )
  return Array.from({ length: Math.min(count, own.length) }, (_, index) => {
    const taken = slugs.map((slug) => ({ slug, part: columns.get(slug)?.[index] }))
    return {
      id: `team-${index + 1}`,
      name: `Team ${index + 1}`,
      members: [...new Set(taken.flatMap(({ part }) => part?.member ?? []))],
      parts: taken.map(({ slug, part }) => ({ slug, submission: part?.submission ?? null })),
      result: null,
    }
  }).filter(({ members }) => members.length > 0)
}

function shuffled<One>(all: readonly One[], random: () => number): readonly One[] {
  return all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

/** mulberry32: the same seed mixes the same room in the same way. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
