import path from 'node:path'

import type { Command } from 'commander'

import { progressBar } from '../progress-bar.ts'
import { root } from '../root.ts'

interface PackVerbOptions {
  out: string
  handouts: string
  withModules?: string | true
  seal?: string
}

const MEBIBYTE = 1024 * 1024

/** `pack`: what learners get, as a zip. */
export function addPack(program: Command): void {
  program
    .command('pack')
    .description("pack the learners' kit: exercises without what is hidden, and what checks them")
    .option('--out <file>', 'the zip to write', 'five-pillars-kit.zip')
    .option('--handouts <folder>', 'where `export --format handout` wrote its PDFs', 'export')
    .option(
      '--with-modules [platforms]',
      'everything for a room without network, for these platforms (default: every one)',
    )
    .option(
      '--seal <passphrase>',
      'bring the reference solutions, each opened by a passphrase of its own',
    )
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars pack
  npx five-pillars export --format handout && npx five-pillars pack --out ~/kit.zip
  npx five-pillars pack --with-modules linux-x64,win32-x64
  npx five-pillars pack --seal "four words of yours"

The same clone gives the same zip, byte for byte; what is sealed differs each time.`,
    )
    .action(pack)
}

async function pack({ out, handouts, withModules, seal }: PackVerbOptions): Promise<void> {
  const { KIT_BYTES_MAX, packKit, PLATFORMS } = await import('@five-pillars/learner/kit')
  const { pagesOfTitles: pagesOf } = await import('@five-pillars/printer/titles')
  const bar = progressBar('pack')
  const file = path.resolve(out)
  const kit = await packKit({
    root,
    out: file,
    handouts: { folder: path.resolve(handouts), pagesOf },
    ...(withModules === undefined
      ? {}
      : { modules: withModules === true ? PLATFORMS.join(',') : withModules }),
    ...(seal === undefined ? {} : { seal }),
    onProgress: (progress) => bar.update(progress),
  }).finally(() => bar.stop())
  const size = (kit.bytes / MEBIBYTE).toFixed(1)
  console.log(`${out}  ${size} MB, ${kit.files} files, kit ${kit.version} (${kit.id})`)
  for (const { slug, passphrase } of kit.passphrases)
    console.log(`${slug.padEnd(16)} ${passphrase}`)
  if (kit.handouts.length === 0) {
    console.error(
      `No handouts are in it: ${handouts} has none. Run: npx five-pillars export --format handout`,
    )
  }
  if (withModules === undefined && kit.bytes > KIT_BYTES_MAX) {
    const most = KIT_BYTES_MAX / MEBIBYTE
    console.error(`The kit is larger than ${most} MB: hand the handouts out apart from it.`)
  }
}
