import type { SentWaiting } from '@five-pillars/learner'
import type { Command } from 'commander'

import { terminal } from '../terminal.ts'

/** `submit`: the learner's file to the host's console, and its verdict back. */
export function addSubmit(program: Command): void {
  program
    .command('submit')
    .description('hand your file in: the console judges it with the hidden tests')
    .argument('[exercise]', 'which one; the one you work on if left out')
    .option('--json', 'print what became of it as JSON')
    .addHelpText(
      'after',
      `
It waits for the verdict; Ctrl-C stops the waiting, not the judging. Where the console does not
answer, your file waits on this disk, and is sent by learn or by the next submit.

Examples:
  npx five-pillars submit
  npx five-pillars submit quorum --json`,
    )
    .action(submit)
}

/** Exit code 0 when it passed, 1 when it was judged and did not, 2 when there is no verdict. */
async function submit(name: string | undefined, { json }: { json?: true }): Promise<void> {
  const learner = await import('@five-pillars/learner')
  const { ownKit, slugOf } = await import('../own-kit.ts')
  const kit = ownKit()
  const submitted = await learner.submitWork(kit, await slugOf(kit, 'submit', name))
  process.exitCode = 2
  if (submitted.kind !== 'sent') {
    const where =
      submitted.kind === 'there'
        ? 'Your file is there already: submit shows its verdict later.'
        : 'Your file waits on this disk: learn, or the next submit, sends it.'
    console.error(`${submitted.why.message} ${where}`)
    return
  }
  if (submitted.isAgain) console.error('This very text is submitted already.')
  await tellSent(learner.sendWaiting(kit, await learner.ownMembership(kit)))
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const final = await learner.awaitVerdict(kit, submitted.submission, {
    pace: learner.dayPace,
    signal: stop.signal,
    onAway: (why) => console.error(`${why} Your file is there; it is asked again.`),
    onChange: (now) => {
      const text = learner.formatSubmission(now, terminal())
      if (now.standing.kind !== 'judged') process.stderr.write(text)
      else if (!json) process.stdout.write(text)
    },
  })
  if (json) console.log(JSON.stringify(final))
  if (final.standing.kind === 'judged') {
    process.exitCode = final.standing.verdict.state === 'passed' ? 0 : 1
  } else if (stop.signal.aborted) {
    console.error('It is judged all the same: npx five-pillars submit shows it later.')
  }
}

/** What waited while the console was away. */
async function tellSent(sending: Promise<SentWaiting>): Promise<void> {
  const { sent, refused } = await sending
  for (const one of sent) console.error(`Sent, as it had waited: ${one.exercise}.`)
  for (const one of refused) console.error(`"${one.slug}" was not taken: ${one.text}`)
}
