import { defineShikiSetup } from '@slidev/types'

import { codeTheme } from '../src/code/code-theme.ts'

export default defineShikiSetup(() => ({
  themes: { light: codeTheme('light'), dark: codeTheme('dark') },
}))
