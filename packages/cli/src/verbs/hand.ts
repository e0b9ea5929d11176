import type { Command } from 'commander'

/** `hand`: raise your hand on the host's board. */
export function addHand(program: Command): void {
  program
    .command('hand')
    .description('raise your hand in the room: your host sees it first of all')
    .argument('[words...]', 'a line for your host')
    .option('--down', 'lower it')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars hand
  npx five-pillars hand my second vote is never counted
  npx five-pillars hand --down`,
    )
    .action(hand)
}

async function hand(words: readonly string[], { down }: { down?: true }): Promise<void> {
  const { raiseHand, readProgress } = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  const kit = ownKit()
  const { current } = (await readProgress(kit)).progress
  const isRaised = down === undefined
  await raiseHand(kit, { isRaised, exercise: current, note: words.join(' ') })
  console.log(isRaised ? 'Your hand is raised: your host sees it.' : 'Your hand is down.')
}
