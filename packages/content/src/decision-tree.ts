import { changes } from './decision-tree/changes.ts'
import { disagree } from './decision-tree/disagree.ts'
import { down } from './decision-tree/down.ts'
import { lost } from './decision-tree/lost.ts'
import type { DecisionNode } from './decision-tree/node.ts'
import { people } from './decision-tree/people.ts'
import { slow } from './decision-tree/slow.ts'

/** From a symptom to a pillar and its patterns. There is one tree, and it starts by measuring. */
export const decisionTree: DecisionNode = {
  kind: 'step',
  id: 'measure',
  text: 'Measure first',
  reason:
    'Utilisation, saturation and errors of each resource: until they are known, every answer is a guess.',
  next: {
    kind: 'question',
    id: 'pain',
    text: 'What hurts?',
    branches: [
      { answer: 'It is slow', reason: 'Something waits; find out for what.', to: slow },
      { answer: 'It goes down', reason: 'Only a second copy can take over.', to: down },
      { answer: 'Data may be lost', reason: 'Up and durable are two things.', to: lost },
      {
        answer: 'Two places disagree',
        reason: 'Agreement has a price; pay for what would break.',
        to: disagree,
      },
      { answer: 'Changes hurt', reason: 'Most outages start with one.', to: changes },
      { answer: 'Nobody keeps up', reason: 'Too much to do, or too much of it.', to: people },
    ],
  },
}

/** Every node under this one and the node itself, parents before children. */
export function* walkDecisions(node: DecisionNode): Generator<DecisionNode> {
  yield node
  for (const child of childrenOf(node)) yield* walkDecisions(child)
}

function childrenOf(node: DecisionNode): readonly DecisionNode[] {
  if (node.kind === 'step') return [node.next]
  return node.kind === 'question' ? node.branches.map((branch) => branch.to) : []
}
