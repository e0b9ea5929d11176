import { decisionTree, walkDecisions } from './decision-tree.ts'
import type { DecisionNode, Leaf } from './decision-tree/node.ts'
import { pattern } from './patterns.ts'
import { pillars } from './pillars.ts'
import type { Pillar } from './pillars.ts'
import { lookupIn } from './unknown-id.ts'

export interface DecisionDrawing {
  /** Id of the node to start from, such as `slow`; default the root. */
  branch?: string
  /**
   * How many levels of questions are opened; default all. What lies beyond is drawn with the
   * pillars it can lead to. One level from the root fits a slide, and so does any whole branch.
   */
  levels?: number
}

const nodeById = lookupIn('decision', [...walkDecisions(decisionTree)])

/**
 * The decision tree as Mermaid text, from left to right. Nodes have a class for their kind (`step`,
 * `question`, `closed`, `leaf`) and, where they lead to one pillar only, one for it (`pillar-work`); the
 * theme gives them their colours. Throws `UnknownId` for a branch that the tree does not have.
 */
export function decisionTreeMermaid({ branch, levels = Infinity }: DecisionDrawing = {}): string {
  const root = branch === undefined ? decisionTree : nodeById(branch)
  return [
    // Without it Mermaid's own layout spreads the answers over more height than a slide has.
    '%%{init: {"layout": "dagre", "flowchart": {"nodeSpacing": 10, "rankSpacing": 40, "curve": "stepBefore"}}}%%',
    'flowchart LR',
    `  accTitle: ${branch === undefined ? 'Decision tree' : `Decision: ${titleOf(root)}`}`,
    `  accDescr: ${describe(root, levels)}`,
    ...draw(root, levels),
    '',
  ].join('\n')
}

function* draw(node: DecisionNode, levels: number): Generator<string> {
  if (node.kind !== 'leaf' && levels < 1) {
    yield* drawNode(node, 'closed', `<b>${pillarNames(node)}</b>`)
    return
  }
  switch (node.kind) {
    case 'step':
      yield* drawNode(node, 'step', node.text)
      yield `  ${node.id} --> ${node.next.id}`
      yield* draw(node.next, levels)
      return
    case 'question':
      yield* drawNode(node, 'question', node.text)
      for (const each of node.branches) {
        yield `  ${node.id} -->|"${each.answer}"| ${each.to.id}`
        yield* draw(each.to, levels - 1)
      }
      return
    case 'leaf':
      yield* drawNode(node, 'leaf', `<b>${pillarNames(node)}</b><br/>${patternNames(node)}`)
  }
}

function* drawNode(node: DecisionNode, kind: string, label: string): Generator<string> {
  yield `  ${node.id}${kind === 'step' ? `(["${label}"])` : `["${label}"]`}`
  yield `  class ${node.id} ${kind}`
  const [only, another] = pillarsUnder(node)
  if (only !== undefined && another === undefined) yield `  class ${node.id} pillar-${only.id}`
}

function describe(node: DecisionNode, levels: number): string {
  if (node.kind === 'leaf') return `${pillarNames(node)}: ${patternNames(node)}`
  if (levels < 1) return pillarNames(node)
  if (node.kind === 'step') return `${node.text}. ${describe(node.next, levels)}`
  const answers = node.branches.map(
    ({ answer, to }) => `${answer}: ${nested(to, levels - 1)}${describe(to, levels - 1)}`,
  )
  return `${node.text} ${answers.join('; ')}.`
}

/** A question inside an answer begins a sentence of its own. */
function nested(node: DecisionNode, levels: number): string {
  return node.kind === 'leaf' || levels < 1 ? '' : '– '
}

function titleOf(node: DecisionNode): string {
  return node.kind === 'leaf' ? pillarNames(node) : node.text
}

function pillarNames(node: DecisionNode): string {
  // Made here and not once above: most who import content draw no tree, and it takes 20 ms.
  const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })
  return anyOf.format(pillarsUnder(node).map((each) => each.name))
}

/** The pillars that a node can lead to, in teaching order. */
function pillarsUnder(node: DecisionNode): readonly Pillar[] {
  const ids = new Set(
    [...walkDecisions(node)].flatMap((each) => (each.kind === 'leaf' ? [each.pillar] : [])),
  )
  return pillars.filter((each) => ids.has(each.id))
}

function patternNames(leaf: Leaf): string {
  return leaf.patterns.map((id) => pattern(id).name).join(', ')
}
