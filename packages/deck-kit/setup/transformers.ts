import { defineTransformersSetup } from '@slidev/types'

import { diagramFence } from '../src/diagrams/diagram-fence.ts'

export default defineTransformersSetup(() => ({ codeblocks: [diagramFence] }))
