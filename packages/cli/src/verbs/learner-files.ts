import type { Kit, Replaced } from '@five-pillars/learner'
import type { Command } from 'commander'

import { wholeNumber } from '../parse.ts'
import { exerciseNamed } from '../names.ts'
import { terminal } from '../terminal.ts'

const SHOWN_MOST = 20

/** `history`, `diff`, `restore`, `reset`, `catchup`: the versions of a learner's file. */
export function addLearnerFiles(program: Command): void {
  addHistory(program)
  addDiff(program)
  program
    .command('restore')
    .description('put an earlier version of your file back; the present one is kept')
    .argument('<exercise>')
    .argument('<number>', 'as history shows it', wholeNumber)
    .addHelpText('after', '\nExamples:\n  npx five-pillars restore quorum 12')
    .action(async (name: string, number: number) => {
      const { restore } = await import('@five-pillars/learner')
      await replaced(name, (kit, slug) => restore(kit, slug, number))
    })
  program
    .command('reset')
    .description('put the starter back; your version is kept')
    .argument('<exercise>')
    .addHelpText('after', '\nExamples:\n  npx five-pillars reset quorum')
    .action(async (name: string) => {
      const { reset } = await import('@five-pillars/learner')
      await replaced(name, reset)
    })
  program
    .command('catchup')
    .description('put a working version in place, so that the day goes on; yours is kept')
    .argument('<exercise>')
    .option('--passphrase <words>', 'opens the sealed solution of a kit, as your host showed it')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars catchup quorum
  npx five-pillars catchup quorum --passphrase k3mp-x7qa-9d2t-h4ws`,
    )
    .action(async (name: string, { passphrase }: { passphrase?: string }) => {
      const { catchUp, referenceSource, roomSource } = await import('@five-pillars/learner')
      const { sealedSource } = await import('@five-pillars/learner/unseal')
      await replaced(name, (kit, slug) => {
        const sealed = passphrase === undefined ? [] : [sealedSource(kit.root, passphrase)]
        return catchUp(kit, slug, [...sealed, referenceSource(kit), roomSource(kit)])
      })
    })
}

function addHistory(program: Command): void {
  program
    .command('history')
    .description('list the versions of your file: each check keeps one')
    .argument('[exercise]', 'which one; the one you work on if left out')
    .option('--all', `more than the newest ${SHOWN_MOST}`)
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  npx five-pillars history\n  npx five-pillars history quorum --all',
    )
    .action(async (name: string | undefined, options: { all?: true; json?: true }) => {
      const { formatHistory, history } = await import('@five-pillars/learner')
      const { ownKit, slugOf } = await import('../own-kit.ts')
      const kit = ownKit()
      const slug = await slugOf(kit, 'history', name)
      const versions = await history(kit, slug)
      const most = options.all ? Infinity : SHOWN_MOST
      process.stdout.write(
        options.json
          ? `${JSON.stringify(versions)}\n`
          : formatHistory(versions, { ...terminal(), slug, most, now: kit.now() }),
      )
    })
}

function addDiff(program: Command): void {
  program
    .command('diff')
    .description('show what you changed since an earlier version')
    .argument('[exercise]', 'which one; the one you work on if left out')
    .option(
      '--from <number>',
      'an earlier version (default: the last one that differs)',
      wholeNumber,
    )
    .option('--to <number>', 'a later one (default: your file as it is)', wholeNumber)
    .addHelpText(
      'after',
      '\nExamples:\n  npx five-pillars diff quorum\n  npx five-pillars diff quorum --from 3 --to 7',
    )
    .action(async (name: string | undefined, between: { from?: number; to?: number }) => {
      const { diff, formatDiff } = await import('@five-pillars/learner')
      const { ownKit, slugOf } = await import('../own-kit.ts')
      const kit = ownKit()
      const slug = await slugOf(kit, 'diff', name)
      const difference = await diff(kit, slug, between)
      if (difference === undefined) {
        console.error(`Nothing has changed in "${slug}": no version that is kept differs.`)
        return
      }
      process.stdout.write(formatDiff(difference, { ...terminal(), slug, now: kit.now() }))
    })
}

/** Replaces a learner's file, and says what it was, and how to get it back. */
async function replaced(
  name: string,
  act: (kit: Kit, slug: string) => Promise<Replaced>,
): Promise<void> {
  const { ownKit } = await import('../own-kit.ts')
  const { slug } = exerciseNamed(name)
  const { before, from } = await act(ownKit(), slug)
  console.log(`Your file of "${slug}" is now ${from}.`)
  if (before !== null) {
    console.log(`Yours is kept. Take it back: npx five-pillars restore ${slug} ${before.number}`)
  }
}
