import { existsSync } from 'node:fs'

import { expect, test } from 'vitest'

import { fontFaceCss, fontFiles } from './font-faces.ts'

test('every font that the theme asks for is there', () => {
  const files = fontFiles()
  expect(files).toHaveLength(10)
  expect(files.filter(({ path }) => !existsSync(path))).toEqual([])
})

test('a page without a bundler gets addresses of its own', () => {
  const css = fontFaceCss(({ path }) => `/fonts/${path.split('/').at(-1) ?? ''}`)
  expect(css).toContain("url('/fonts/ibm-plex-sans-latin-400-normal.woff2')")
  expect(css).not.toContain('@fontsource')
})
