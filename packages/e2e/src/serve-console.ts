import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { root } from './stage.ts'

/** A host's console, in a process of its own that can be killed. */
export interface ServedConsole {
  readonly url: string
  readonly port: number
  readonly hostKey: string
  readonly roomCode: string
  /** How much its clock is ahead of that of this machine, in milliseconds. */
  readonly aheadMs: number
  /** So much time goes by on its clock, and on no other. */
  pass(minutes: number): Promise<void>
  /** As a power cut does. */
  kill(): Promise<void>
}

/** What runs the command of this clone, and its judge: the tests here may run on an older Node. */
export const projectNode =
  ['node', 'node.exe']
    .map((name) => path.join(root, 'node_modules/node/bin', name))
    .find((file) => existsSync(file)) ?? process.execPath

/** As the command has it: what is killed in tests is started again and again. */
export const compiledOnce: NodeJS.ProcessEnv = {
  NODE_COMPILE_CACHE: path.join(root, '.cache/node'),
  ...process.env,
}

/**
 * Opens the room of a folder.
 *
 * @param port 0 for any free one
 * @param aheadMs how much its clock is ahead of that of this machine
 */
export async function serveConsole(
  folder: string,
  port: number,
  aheadMs = 0,
): Promise<ServedConsole> {
  const options = JSON.stringify({ root, folder, port, lanes: 1 })
  const script = `
    import { flushCompileCache } from 'node:module'
    import { openConsole } from '@five-pillars/console'
    flushCompileCache()
    let aheadMs = ${aheadMs}
    const now = () => Date.now() + aheadMs
    const { url, port, hostUrl, roomCode } = await openConsole({ ...${options}, now })
    process.on('message', (minutes) => {
      aheadMs += 60_000 * minutes
      process.send('passed')
    })
    process.once('disconnect', () => process.exit())
    process.send({ url, port, hostKey: hostUrl.split('#key=')[1], roomCode })`
  const child = spawn(projectNode, ['--input-type=module', '--eval', script], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: compiledOnce,
  })
  let ahead = aheadMs
  return {
    ...(await helloOf(child)),
    get aheadMs() {
      return ahead
    },
    async pass(minutes) {
      ahead += MINUTE_MS * minutes
      const passed = once(child, 'message')
      child.send(minutes)
      await passed
    },
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

const MINUTE_MS = 60_000

type Hello = Pick<ServedConsole, 'url' | 'port' | 'hostKey' | 'roomCode'>

async function helloOf(child: ChildProcess): Promise<Hello> {
  const ended = once(child, 'exit').then(() => undefined)
  const first = await Promise.race([once(child, 'message'), ended])
  if (first === undefined) throw new Error('the console did not open')
  const [hello] = first
  return hello
}
