import {
  defineCodeblockTransformer,
  defineMarkdownTransformer,
  defineTransformersSetup,
} from '@slidev/types'

import { diagramFence } from '../src/diagrams/diagram-fence.ts'
import { expandDecisionTree } from '../src/diagrams/expand-decision-tree.ts'

const decisionTree = defineMarkdownTransformer(({ s }) => {
  const markdown = s.toString()
  const expanded = expandDecisionTree(markdown)
  if (expanded !== markdown) s.overwrite(0, s.original.length, expanded)
})

const diagram = defineCodeblockTransformer(({ info, code, options }) =>
  diagramFence(options.userRoot, info, code),
)

export default defineTransformersSetup(() => ({ pre: [decisionTree], codeblocks: [diagram] }))
