import { decisionTree, pattern, pillarById } from '@five-pillars/content'
import type { DecisionNode } from '@five-pillars/content'

import { styleFor, widthOf } from '../format/style.ts'
import type { Screen } from '../format/style.ts'
import { wrapAfter } from '../format/wrap.ts'

/** The whole tree as an outline: each answer below its question, with the word that leads there. */
export function formatTree(screen: Screen): string {
  const style = styleFor(screen)
  const width = Math.min(widthOf(screen), screen.columns)
  return `${linesOf(decisionTree, '').join('\n')}\n`

  function linesOf(node: DecisionNode, indent: string): string[] {
    switch (node.kind) {
      case 'step':
        return [
          ...wrapAfter(indent, `${node.text}. ${node.reason}`, width).map((row) =>
            style('dim', row),
          ),
          ...linesOf(node.next, indent),
        ]
      case 'question':
        return [
          ...wrapAfter(indent, node.text, width).map((row) => style('bold', row)),
          ...node.branches.flatMap(({ answer, to }) => [
            ...wrapAfter(`${indent}- `, answer, width),
            ...linesOf(to, `${indent}    `),
          ]),
        ]
      case 'leaf': {
        const names = node.patterns.map((id) => pattern(id).name).join(', ')
        return [
          ...wrapAfter(`${indent}${pillarById(node.pillar).name}: `, names, width),
          ...wrapAfter(indent, `ask ${node.id}`, width).map((row) => style('dim', row)),
        ]
      }
    }
  }
}
