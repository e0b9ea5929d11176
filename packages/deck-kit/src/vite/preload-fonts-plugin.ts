import type { Plugin } from 'vite'

import { isManyFiles } from './single-file-plugins.ts'

/** What nearly every slide is set in: text, and headings. */
const FIRST = /ibm-plex-sans-latin-(?:400|600)-normal.*\.woff2$/

/**
 * Lets a built deck ask for its first fonts at once, and not only when the first slide is laid out:
 * by then everything waits for them, and is laid out again when they are there.
 */
export function preloadFontsPlugin(): Plugin {
  return {
    name: 'five-pillars:preload-fonts',
    apply: isManyFiles,
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const fonts = Object.keys(bundle).filter((file) => FIRST.test(file))
        return fonts.map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `./${file}`,
          },
          injectTo: 'head-prepend',
        }))
      },
    },
  }
}
