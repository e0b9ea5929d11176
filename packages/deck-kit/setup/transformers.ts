import { defineMarkdownTransformer, defineTransformersSetup } from '@slidev/types'

import { diagramFence } from '../src/diagrams/diagram-fence.ts'
import { expandDecisionTree } from '../src/diagrams/expand-decision-tree.ts'

const decisionTree = defineMarkdownTransformer(({ s }) => {
  const markdown = s.toString()
  const expanded = expandDecisionTree(markdown)
  if (expanded !== markdown) s.overwrite(0, s.original.length, expanded)
})

export default defineTransformersSetup(() => ({
  pre: [decisionTree],
  codeblocks: [diagramFence],
}))
