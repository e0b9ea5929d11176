import { defineVitePluginsSetup } from '@slidev/types'

import { deckPlugin } from '../src/vite/deck-plugin.ts'
import { kitPlugin } from '../src/vite/kit-plugin.ts'
import { unknownComponentPlugin } from '../src/vite/unknown-component-plugin.ts'

export default defineVitePluginsSetup((options) => [
  kitPlugin(options),
  deckPlugin(options),
  unknownComponentPlugin(options),
])
