import path from 'node:path'
import { styleText } from 'node:util'

import type { Console, LanAddress } from '@five-pillars/console'
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'

import { CliError } from '../cli-error.ts'
import { interrupted } from '../interrupted.ts'
import { openBrowser } from '../open-browser.ts'
import { portNumber } from '../parse.ts'
import { progressBar } from '../progress-bar.ts'
import { root } from '../root.ts'
import { terminal } from '../terminal.ts'

const LOOPBACK = '127.0.0.1'

interface HostOptions {
  room: string
  name?: string
  agenda?: string
  printAgenda?: true
  port?: number
  lan?: string
  publicUrl?: string
  export?: string
  forget?: true
  confirm?: string
  open: boolean
}

/** `host`: the console of a workshop's day, on the host's laptop. */
export function addHost(program: Command): void {
  program
    .command('host')
    .description('open the room: agenda, board, judge, and what learners join')
    .option('--room <folder>', "where the room's day is kept", '.five-pillars/room')
    .option('--name <text>', 'what a new room is called')
    .option('--agenda <file>', 'the day of a new room (default: the one-day workshop)')
    .option('--print-agenda', 'print the one-day workshop, to be changed and given as --agenda')
    .option('--port <number>', 'the port to serve on (default: as before, or 4200)', portNumber)
    .option('--lan <address>', 'serve the network of that address, without asking')
    .option(
      '--public-url <url>',
      'how learners come here, through a proxy on this machine',
      publicUrl,
    )
    .option('--export <folder>', 'write what the day left: report, CSV, JSON, certificates')
    .option('--forget', 'delete all personal data of the room')
    .option('--confirm <name>', 'with --forget: the name of the room, without asking')
    .option('--no-open', 'open no browser')
    .addHelpText(
      'after',
      `
Examples:
  npx five-pillars host
  npx five-pillars host --name "Autumn workshop" --agenda day.json
  npx five-pillars host --lan 192.168.1.20 --port 4200
  npx five-pillars host --export ~/autumn
  npx five-pillars host --forget

It listens on this machine alone until you choose an address of your network. Stop it with Ctrl-C;
the same command opens the same room again.`,
    )
    .action(host)
}

/** Reads the address under which a proxy serves this console. */
function publicUrl(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new InvalidArgumentError('It is no address such as https://room.example')
  }
  return url.origin
}

async function host(options: HostOptions): Promise<void> {
  const folder = path.resolve(root, options.room)
  if (options.printAgenda === true) return printAgenda()
  if (options.export !== undefined) return exportDay(folder, options.export)
  if (options.forget === true) return forget(folder, options.confirm)
  const { buildPage, openConsole, readAgenda } = await import('@five-pillars/console')
  const agenda = options.agenda === undefined ? undefined : await readAgenda(options.agenda)
  const hostname = await hostnameFor(options)
  await buildPage(root, () => console.error('Building the page of the console, once …'))
  const room = await openConsole({
    root,
    folder,
    hostname,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(agenda === undefined ? {} : { agenda }),
  })
  say(room, hostname, options)
  if (options.open) await openBrowser(room.hostUrl)
  await interrupted()
  await room.close()
}

function say(
  { url, hostUrl, roomCode, port }: Console,
  hostname: string,
  options: HostOptions,
): void {
  const { color } = terminal()
  const strong = (text: string): string => (color ? styleText('bold', text) : text)
  if (options.port !== undefined && options.port !== 0 && port !== options.port) {
    console.error(`Port ${options.port} is taken, so the console is on ${port}.`)
  }
  console.log(`Learners join   npx five-pillars join ${strong(url)}`)
  console.log(`Room code       ${strong(roomCode)}`)
  console.log(`Your page       ${strong(hostUrl)}`)
  console.error('Keep that last address to yourself: whoever has it is the host.')
  if (hostname === LOOPBACK && options.publicUrl === undefined) {
    console.error('Only this machine can reach it. For others: --lan <address>.')
  }
  console.error(`The room is kept in ${options.room}. Stop with Ctrl-C.`)
}

/** This machine alone, unless the host confirms an address of the network. */
async function hostnameFor({ lan, publicUrl: proxy }: HostOptions): Promise<string> {
  const { lanAddresses } = await import('@five-pillars/console')
  const addresses = lanAddresses()
  if (lan !== undefined) return confirmed(lan, addresses)
  const mayAsk = process.stdin.isTTY && process.stdout.isTTY
  if (proxy !== undefined || addresses.length === 0 || !mayAsk) return LOOPBACK
  return askedFor(addresses)
}

function confirmed(lan: string, addresses: readonly LanAddress[]): string {
  if (lan === LOOPBACK || addresses.some(({ address }) => address === lan)) return lan
  const known = addresses.map(({ address }) => address).join(', ')
  const fix = known === '' ? 'Connect it to the network of the room first.' : `It has ${known}.`
  throw new CliError('bad-address', `This machine has no address "${lan}".`, fix)
}

async function askedFor(addresses: readonly LanAddress[]): Promise<string> {
  const { isCancel, select } = await import('@clack/prompts')
  const answer = await select({
    message:
      'Who may reach the console? Everybody in a network that you choose can open its pages.',
    options: [
      { value: LOOPBACK, label: 'This machine only', hint: 'to prepare and to try out' },
      ...addresses.map(({ address, name }) => ({
        value: address,
        label: address,
        hint: `everybody in that network, by ${name}`,
      })),
    ],
  })
  if (isCancel(answer)) throw new CliError('cancelled', 'Nothing was opened.', 'Run it again.')
  return answer
}

async function printAgenda(): Promise<void> {
  const { oneDay } = await import('@five-pillars/content')
  console.log(JSON.stringify(oneDay, null, 2))
}

async function exportDay(folder: string, to: string): Promise<void> {
  const { exportKeptRoom } = await import('@five-pillars/console')
  const bar = progressBar('export')
  const out = path.resolve(to)
  const names = await exportKeptRoom({ root, folder, out }, ({ done, total, name }) =>
    bar.update({ done: done / total, message: name }),
  ).finally(() => bar.stop())
  console.log(`${names.length} files are in ${to}. Begin with report.md.`)
}

async function forget(folder: string, given: string | undefined): Promise<void> {
  const { forgetKeptRoom, keptRoomName } = await import('@five-pillars/console')
  const name = keptRoomName(folder)
  const { searched } = await forgetKeptRoom(folder, given ?? (await askedName(name)))
  const { texts, files, bytes, foundIn } = searched
  if (foundIn.length > 0) {
    const fix = `Delete the whole folder ${folder}: with it goes the agenda, and nothing else.`
    throw new CliError('not-forgotten', `Something personal is left in ${foundIn.join(', ')}.`, fix)
  }
  console.log(`All names, files, verdicts and checks of "${name}" are deleted.`)
  const where = `every byte of ${files} files (${Math.ceil(bytes / 1024)} kB)`
  console.log(`Looked for ${texts} texts of persons in ${where} of ${folder}: none is left.`)
  console.error('What you exported lies elsewhere, and is yours to delete.')
}

async function askedName(name: string): Promise<string> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    const fix = `Run: npx five-pillars host --forget --confirm "${name}"`
    throw new CliError('not-confirmed', 'Nothing was deleted: that needs your word.', fix)
  }
  const { isCancel, text } = await import('@clack/prompts')
  const answer = await text({
    message: `This deletes everybody's names, files and verdicts for good. Type "${name}" to do it:`,
  })
  if (isCancel(answer)) {
    throw new CliError('cancelled', 'Nothing was deleted.', 'Run it again if it was meant.')
  }
  return answer
}
