import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'

/**
 * Serves a deck from its source, in a process of its own, as `five-pillars present` does.
 *
 * @param minutes of a shorter cut; default: the whole deck
 */
export async function serveLive(
  deckDir: string,
  minutes?: number,
): Promise<[ChildProcess, string]> {
  const dir = JSON.stringify(deckDir)
  const cut = minutes === undefined ? 'undefined' : `await cutDeck(${dir}, ${minutes})`
  const script = `
    import { cutDeck } from '@five-pillars/deck-kit/cut'
    import { serveDeck } from '@five-pillars/deck-kit/live'
    const deck = await serveDeck({ deckDir: ${dir}, port: 0, cut: ${cut} })
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
