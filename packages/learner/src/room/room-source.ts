import { learnerRoutes, solutionSchema } from '@five-pillars/room'

import type { Kit } from '../kit/open-kit.ts'
import type { WorkingSource } from '../store/working-source.ts'
import { readMembership } from './membership.ts'
import { askOwn, troubleOfAnswer } from './own-console.ts'

const NOT_RELEASED = new Set([403, 404])

/**
 * The working version that the host has released to the room. It is asked last: a console that is away
 * is an error, since it may have one.
 */
export function roomSource(kit: Kit): WorkingSource {
  return {
    async workingVersion({ slug }) {
      const membership = await readMembership(kit)
      if (membership === undefined) return undefined
      const answer = await askOwn(membership, {
        route: learnerRoutes.solution,
        parameter: slug,
        schema: solutionSchema,
        isVerbatim: true,
      })
      if (answer.kind === 'answered') {
        return { text: answer.value.source, from: 'the working version that your host released' }
      }
      if (answer.kind === 'refused' && NOT_RELEASED.has(answer.status)) return undefined
      throw troubleOfAnswer(membership, answer)
    },
  }
}
