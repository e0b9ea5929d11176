import { pathToFileURL } from 'node:url'

import type { Command } from 'commander'
import { Option } from 'commander'

import { openBrowser } from '../open-browser.ts'
import { terminal } from '../terminal.ts'

interface ShowOptions {
  mermaid?: true
  open?: true
}

/** `show`: the last failure again, without running anything. */
export function addShow(program: Command): void {
  program
    .command('show')
    .description('show the last failure again')
    .argument('[exercise]', 'which one; the one you work on if left out')
    .addOption(new Option('--mermaid', 'its run as a Mermaid diagram').conflicts('open'))
    .option('--open', 'in the browser, with its run as a drawing')
    .addHelpText(
      'after',
      '\nExamples:\n  npx five-pillars show\n  npx five-pillars show raft-election --open',
    )
    .action(show)
}

async function show(name: string | undefined, options: ShowOptions): Promise<void> {
  const { diagramOfLast, explain, failurePage, lastFailure } = await import('@five-pillars/learner')
  const { formatVerdict, ownCommandFor } = await import('@five-pillars/judge')
  const { ownKit, slugOf } = await import('../own-kit.ts')
  const kit = ownKit()
  const slug = await slugOf(kit, 'show', name)
  const failure = await lastFailure(kit, slug)
  if (failure === undefined) {
    console.error(`The last check of "${slug}" broke no promise, or there was none yet.`)
    return
  }
  if (options.open) {
    const file = (await failurePage(kit, slug)) ?? ''
    console.log(file)
    await openBrowser(pathToFileURL(file).href)
  } else if (options.mermaid) {
    const diagram = await diagramOfLast(kit, slug)
    if (diagram === undefined) console.error('What broke is no simulated run: there is no diagram.')
    else process.stdout.write(diagram)
  } else {
    const explained = explain(failure.brief)
    const again = ownCommandFor(failure.verdict)
    process.stdout.write(formatVerdict(failure.verdict, { ...terminal(), explained, again }))
  }
}
