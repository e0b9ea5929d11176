import { decisionTree, walkDecisions } from './decision-tree.ts'
import type { PatternId } from './patterns.ts'

/** What hurts, as the first question of the decision tree puts it, and every pattern behind it. */
export interface Pain {
  id: string
  text: string
  patterns: readonly PatternId[]
}

/** The pains that the tree tells apart, in its order. */
export const pains: readonly Pain[] = firstQuestion().branches.map(({ answer, to }) => ({
  id: to.id,
  text: answer,
  patterns: [
    ...new Set(
      [...walkDecisions(to)].flatMap((node) => (node.kind === 'leaf' ? node.patterns : [])),
    ),
  ],
}))

function firstQuestion(): Extract<typeof decisionTree, { kind: 'question' }> {
  const found = [...walkDecisions(decisionTree)].find((node) => node.kind === 'question')
  if (found === undefined) throw new Error('the decision tree asks nothing')
  return found
}
