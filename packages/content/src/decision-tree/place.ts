import { decisionTree } from '../decision-tree.ts'
import { lookupIn } from '../unknown-id.ts'
import type { Branch, DecisionNode, Leaf, Question, Step } from './node.ts'

/** A question that was answered on the way, and what was to be done before it. */
export interface AnsweredQuestion {
  readonly first: readonly Step[]
  readonly question: Question
  readonly branch: Branch
}

/** Where somebody stands in the tree. It has one way in, so its id tells the whole way. */
export interface DecisionPlace {
  /** Id of the question or the leaf. */
  readonly id: string
  readonly node: Question | Leaf
  /** To be done before the question is asked, or the leaf taken. */
  readonly first: readonly Step[]
  /** The way to here, from the root. */
  readonly trail: readonly AnsweredQuestion[]
}

/** Every place of a tree, parents before children. */
export function* placesIn(
  root: DecisionNode,
  trail: readonly AnsweredQuestion[] = [],
): Generator<DecisionPlace> {
  const { first, node } = afterSteps(root)
  yield { id: node.id, node, first, trail }
  if (node.kind === 'leaf') return
  for (const branch of node.branches) {
    yield* placesIn(branch.to, [...trail, { first, question: node, branch }])
  }
}

function afterSteps(root: DecisionNode): { first: readonly Step[]; node: Question | Leaf } {
  const first: Step[] = []
  let node = root
  while (node.kind === 'step') {
    first.push(node)
    node = node.next
  }
  return { first, node }
}

/** Every question and every end of content's tree: each is a page of the hub. */
export const decisionPlaces: readonly DecisionPlace[] = [...placesIn(decisionTree)]

const byId = lookupIn(
  'decision',
  decisionPlaces.flatMap((place) =>
    [place.id, ...place.first.map((step) => step.id)].map((id) => ({ id, place })),
  ),
)

/**
 * The place with this id, the first question without one. The id of a step leads to what is asked
 * after it. Throws `UnknownId`.
 */
export function decisionPlace(id?: string): DecisionPlace {
  return byId(id ?? decisionTree.id).place
}

/** Where the answer with this number, from 0, leads. Throws `RangeError` where there is none. */
export function answerDecision({ id, node }: DecisionPlace, index: number): DecisionPlace {
  const branch = node.kind === 'question' ? node.branches[index] : undefined
  if (branch === undefined) throw new RangeError(`"${id}" has no answer number ${index}`)
  return decisionPlace(branch.to.id)
}

/** The question before this place; undefined at the first. */
export function decisionBefore({ trail }: DecisionPlace): DecisionPlace | undefined {
  const last = trail.at(-1)
  return last && decisionPlace(last.question.id)
}
