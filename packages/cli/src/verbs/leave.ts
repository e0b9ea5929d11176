import type { Command } from 'commander'

/** `leave`: out of the host's room. */
export function addLeave(program: Command): void {
  program
    .command('leave')
    .description("leave the host's room; your work stays here")
    .addHelpText('after', '\nExamples:\n  npx five-pillars leave')
    .action(leave)
}

async function leave(): Promise<void> {
  const { leaveRoom, waitingOf } = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  const kit = ownKit()
  const { membership, trouble } = await leaveRoom(kit)
  const { nickname, origin, personalCode } = membership
  console.log(`You have left the room, ${nickname}. Your work is all here.`)
  console.log(`To come back: npx five-pillars join ${origin} --code ${personalCode}`)
  if (trouble !== null) console.error(`${trouble.message} It was not told, and shows you still.`)
  const waiting = await waitingOf(kit, membership)
  if (waiting.length > 0) {
    console.error(`Not sent, and kept until you are back: ${waiting.join(', ')}.`)
  }
}
