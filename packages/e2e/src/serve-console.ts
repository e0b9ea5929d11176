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
  /** As a power cut does. */
  kill(): Promise<void>
}

/** What runs the command of this clone, and its judge: the tests here may run on an older Node. */
const node =
  ['node', 'node.exe']
    .map((name) => path.join(root, 'node_modules/node/bin', name))
    .find((file) => existsSync(file)) ?? process.execPath

/**
 * Opens the room of a folder.
 *
 * @param port 0 for any free one
 */
export async function serveConsole(folder: string, port: number): Promise<ServedConsole> {
  const options = JSON.stringify({ root, folder, port, lanes: 1 })
  const script = `
    import { openConsole } from '@five-pillars/console'
    const { url, port, hostUrl, roomCode } = await openConsole(${options})
    console.log(JSON.stringify({ url, port, hostKey: hostUrl.split('#key=')[1], roomCode }))`
  const child = spawn(node, ['--input-type=module', '--eval', script], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const served: Omit<ServedConsole, 'kill'> = JSON.parse(await firstLine(child))
  return {
    ...served,
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  let text = ''
  for await (const part of stdout ?? []) {
    text += String(part)
    if (text.includes('\n')) break
  }
  if (text === '') throw new Error('the console did not open')
  return text
}
