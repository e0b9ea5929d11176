import { definePreparserSetup } from '@slidev/types'

import { titleExtension } from '../src/frame/title-extension.ts'

export default definePreparserSetup(() => [titleExtension])
