import path from 'node:path'

import type { Command } from 'commander'

import { printedDecks } from '../export/printed-decks.ts'
import { progressBar } from '../progress-bar.ts'
import { root } from '../root.ts'

const MEGABYTE = 1_000_000

interface SiteOptions {
  out: string
  base: string
  pdf: boolean
  browser?: string
}

/** `build-site`: the hub, the decks and the briefs as files for any web host. */
export function addBuildSite(program: Command): void {
  program
    .command('build-site')
    .description('write the hub with decks, briefs and search as files for any web host')
    .option('--out <folder>', 'where to write', 'site')
    .option('--base <address>', 'where it will stand, for sitemap and link pictures', '/')
    .option('--no-pdf', 'leave the decks on paper out')
    .option('--browser <file>', 'the Chrome, Chromium or Edge to print and draw with')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars build-site
  npx five-pillars build-site --out /media/stick/pillars --no-pdf
  npx five-pillars build-site --base https://example.org/pillars/

All addresses in it are relative: it works below any path, from any server.`,
    )
    .action(site)
}

async function site({ out, base, pdf, browser }: SiteOptions): Promise<void> {
  const { buildSite } = await import('@five-pillars/hub')
  const bar = progressBar('site')
  try {
    const written = await buildSite({
      root,
      out,
      base,
      browser,
      pdfs: pdf ? await printedDecks(browser) : undefined,
      onProgress: (progress) => bar.update(progress),
    })
    bar.stop()
    const { files, bytes, changed, removed } = written
    const size = (bytes / MEGABYTE).toFixed(1)
    console.log(`${path.resolve(out)}  ${files} files, ${size} MB`)
    console.error(`${changed} written, ${removed} removed, ${files - changed} as they were.`)
    if (!/^https?:/.test(base)) {
      console.error('No sitemap: it needs whole addresses, as with --base https://example.org/')
    }
  } finally {
    bar.stop()
  }
}
