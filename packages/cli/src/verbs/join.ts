import { createInterface } from 'node:readline/promises'

import type { Membership, Who } from '@five-pillars/learner'
import type { Command } from 'commander'

import { CliError } from '../cli-error.ts'

interface JoinOptions {
  nickname?: string
  room?: string
  code?: string
}

/** `join`: into the host's room, or back into it. */
export function addJoin(program: Command): void {
  program
    .command('join')
    .description("join the host's room: your submissions are judged, and your host sees your hand")
    .argument('[address]', 'as the projector shows it; without one: where you are')
    .option('--nickname <name>', 'what you are called in the room; asked for if left out')
    .option('--room <code>', 'the code of the room, on the projector; asked for if left out')
    .option('--code <code>', 'your personal code, to come back, also from another laptop')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars join 192.168.1.20:4200
  npx five-pillars join 192.168.1.20:4200 --nickname Ada --room ABC234
  npx five-pillars join 192.168.1.20:4200 --code ABCD-EFGH-2345
  npx five-pillars join                    where you are, and your personal code`,
    )
    .action(join)
}

async function join(typed: string | undefined, options: JoinOptions): Promise<void> {
  const learner = await import('@five-pillars/learner')
  const { ownKit } = await import('../own-kit.ts')
  const kit = ownKit()
  const before = await learner.readMembership(kit)
  if (typed === undefined) return tellWhere(before)
  const address = learner.addressIn(typed)
  if (before !== undefined && options.code === undefined && (await learner.isStillIn(before))) {
    if (before.origin === address.origin) return tellWhere(before)
    throw elsewhere(before, address.origin)
  }
  await learner.reach(address)
  const { membership, dropped } = await learner.joinRoom(kit, address, await whoIs(options))
  tellWhere(membership)
  console.log('Next: npx five-pillars learn. Its keys: u submit, a raise hand, m room.')
  const note = learner.kitNote(membership.kit)
  if (note !== null) console.error(note)
  if (dropped.length > 0) {
    const names = dropped.join(', ')
    console.error(
      `Of another room, and not sent any more: ${names}. Submit it again, if it is for here.`,
    )
  }
}

/** The personal code is shown to nobody but its owner; the token is not shown at all. */
function tellWhere(membership: Membership | undefined): void {
  if (membership === undefined) {
    const fix = 'Join with the address on the projector: npx five-pillars join <address>'
    throw new CliError('not-joined', 'You are in no room.', fix)
  }
  const { nickname, origin, personalCode } = membership
  console.log(`You are ${nickname} in the room at ${origin}.`)
  console.log(`Your personal code: ${personalCode}. Keep it: it lets you back in anywhere.`)
}

function elsewhere({ nickname, origin }: Membership, asked: string): CliError {
  return new CliError(
    'already-joined',
    `You are ${nickname} in the room at ${origin}.`,
    `To change rooms: npx five-pillars leave. If that room has moved: npx five-pillars join ${asked} --code <your personal code>`,
  )
}

async function whoIs({ nickname, room, code }: JoinOptions): Promise<Who> {
  if (code !== undefined) return { personalCode: code }
  if (nickname !== undefined && room !== undefined) return { nickname, roomCode: room }
  if (!process.stdin.isTTY) {
    const fix = 'Run: npx five-pillars join <address> --nickname <name> --room <code>'
    throw new CliError('nobody-to-ask', 'A name and the code of the room are needed.', fix)
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // Lines are kept from the beginning: what is typed ahead of a question answers it, too.
  const typed = terminal[Symbol.asyncIterator]()
  const ask = async (question: string): Promise<string> => {
    terminal.setPrompt(question)
    terminal.prompt()
    const { value, done } = await typed.next()
    return done === true ? '' : value
  }
  try {
    return {
      roomCode: room ?? (await ask('Code of the room, on the projector: ')),
      nickname: nickname ?? (await ask('Your name in the room: ')),
    }
  } finally {
    terminal.close()
  }
}
