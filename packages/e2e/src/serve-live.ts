import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'

/** Serves a deck from its source, in a process of its own, as `five-pillars present` does. */
export async function serveLive(deckDir: string): Promise<[ChildProcess, string]> {
  const script = `
    import { serveDeck } from '@five-pillars/deck-kit/live'
    const deck = await serveDeck({ deckDir: ${JSON.stringify(deckDir)}, port: 0 })
    console.log('served at ' + deck.url)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the deck is not served: exit code ${code}`)))
    child.stdout.on('data', (chunk) => {
      const [, found] = /served at (\S+)/.exec(String(chunk)) ?? []
      if (found !== undefined) resolve(found)
    })
  })
  return [child, address]
}
