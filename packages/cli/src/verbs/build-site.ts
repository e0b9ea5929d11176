import path from 'node:path'

import { makeFolder } from '@five-pillars/judge/make-folder'
import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'
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
  openOut(path.resolve(out))
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

/** Before a minute of building, not after it. */
function openOut(folder: string): void {
  try {
    makeFolder(folder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const fix = 'Name a folder that you may write in: npx five-pillars build-site --out site'
    throw new CliError('not-writable', `The site cannot be written: ${why}.`, fix)
  }
}
