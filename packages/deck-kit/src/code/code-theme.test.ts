import { expect, test } from 'vitest'

import { readTokens } from '../tokens/read-tokens.ts'
import { codeTheme } from './code-theme.ts'

test('code uses the tokens, whose contrast is tested, and nothing else', () => {
  const { light } = readTokens()
  const colors = codeTheme('light').settings.map(({ settings }) => settings.foreground)
  const names = new Set(colors.map((color) => /^var\(--fp-(.*)\)$/.exec(color)?.[1]))
  names.delete('accent-text')
  expect([...names].filter((name) => name === undefined || !light.has(name))).toEqual([])
})
