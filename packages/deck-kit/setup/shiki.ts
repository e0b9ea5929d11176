import { defineShikiSetup } from '@slidev/types'

import { codeTheme } from '../src/code/code-theme.ts'

export default defineShikiSetup(() => ({
  themes: { light: codeTheme('light'), dark: codeTheme('dark') },
  // After half a second Shiki leaves the rest of a line without colours, and a busy machine takes
  // longer for the first line of a language: a slide would look otherwise now and then.
  tokenizeTimeLimit: 0,
}))
