import type { Content, TreeNode } from './schema.ts'

/** Leaves that mix pillars, and pillars that no leaf reaches. */
export function* treeProblems(content: Content): Generator<string> {
  const reached = new Set<string>()
  for (const node of nodesOf(content.decisionTree)) {
    if (node.kind !== 'leaf') continue
    reached.add(node.pillar)
    for (const id of node.patterns) yield* foreign(content, node, id)
  }
  for (const { id } of content.pillars) {
    if (!reached.has(id)) yield `pillar "${id}": no way through the decision tree ends there`
  }
}

function* foreign(
  content: Content,
  leaf: Extract<TreeNode, { kind: 'leaf' }>,
  id: string,
): Generator<string> {
  const pillar = content.patterns.find((each) => each.id === id)?.pillar
  if (pillar !== undefined && pillar !== leaf.pillar) {
    yield `decision "${leaf.id}": ends at ${leaf.pillar}, but pattern "${id}" belongs to ${pillar}`
  }
}

/** Every node, parents before children; one that is reached by two ways comes twice. */
export function* nodesOf(node: TreeNode): Generator<TreeNode> {
  yield node
  if (node.kind === 'step') yield* nodesOf(node.next)
  if (node.kind === 'question') {
    for (const { to } of node.branches) yield* nodesOf(to)
  }
}
