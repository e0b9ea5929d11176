import { defineVitePluginsSetup } from '@slidev/types'

import { exercisesPlugin } from '../src/exercise/exercises-plugin.ts'
import { keptStartPlugin } from '../src/live/kept-start-plugin.ts'
import { noMapsPlugin } from '../src/live/no-maps-plugin.ts'
import { deckPlugin } from '../src/vite/deck-plugin.ts'
import { diagramsPlugin } from '../src/vite/diagrams-plugin.ts'
import { kitPlugin } from '../src/vite/kit-plugin.ts'
import { oneChunkPlugin } from '../src/vite/one-chunk-plugin.ts'
import { preloadFontsPlugin } from '../src/vite/preload-fonts-plugin.ts'
import { singleFilePlugins } from '../src/vite/single-file-plugins.ts'
import { unknownComponentPlugin } from '../src/vite/unknown-component-plugin.ts'

export default defineVitePluginsSetup((options) => [
  kitPlugin(options),
  exercisesPlugin(options.userWorkspaceRoot),
  oneChunkPlugin(),
  preloadFontsPlugin(),
  deckPlugin(options),
  diagramsPlugin(options.userRoot),
  unknownComponentPlugin(options),
  noMapsPlugin(),
  keptStartPlugin(options),
  singleFilePlugins(),
])
