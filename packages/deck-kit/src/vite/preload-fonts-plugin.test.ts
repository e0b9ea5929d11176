import { expect, test } from 'vitest'

import { preloadFontsPlugin } from './preload-fonts-plugin.ts'

test('a built page asks at once for what nearly every slide is set in, and for nothing else', () => {
  const hook = preloadFontsPlugin().transformIndexHtml
  if (typeof hook !== 'object') throw new TypeError('the hook has an order')
  const files = [
    'assets/ibm-plex-sans-latin-400-normal-Ab1.woff2',
    'assets/ibm-plex-sans-latin-600-normal-Cd2.woff2',
    'assets/ibm-plex-sans-latin-700-normal-Ef3.woff2',
    'assets/IBMPlexSans_400Regular-Gh4.ttf',
    'assets/ibm-plex-mono-latin-400-normal-Ij5.woff2',
    'assets/index.js',
  ]
  const bundle = Object.fromEntries(files.map((file) => [file, {}]))
  const tags: unknown = Reflect.apply(hook.handler, {}, ['<html></html>', { bundle }])
  expect(tags).toMatchObject([
    { tag: 'link', attrs: { rel: 'preload', as: 'font', href: `./${files[0]}` } },
    { tag: 'link', attrs: { rel: 'preload', as: 'font', href: `./${files[1]}` } },
  ])
})
