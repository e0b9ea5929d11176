import type { Connection } from './connection.ts'
import type { Told } from './messages.ts'
import { readTold } from './read-messages.ts'

/** A console that was restarted is there again within seconds; a browser gives up at a refusal. */
const AGAIN_MS = 3000

export interface Ear {
  hear(told: Told): void
  connection(is: Connection): void
}

/**
 * Hears what the console tells of a deck, over and over, until the signal aborts. `askAgain` has it
 * tell how things are now, as it does at each beginning.
 */
export async function listen(
  deck: string,
  ear: Ear,
  signal: AbortSignal,
  setAskAgain: (ask: () => void) => void,
): Promise<void> {
  while (!signal.aborted) {
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
    const source = new EventSource(`/api/relay/events?deck=${encodeURIComponent(deck)}`)
    setAskAgain(end)
    signal.addEventListener('abort', () => end(), { once: true })
    source.addEventListener('open', () => ear.connection('there'))
    source.addEventListener('message', ({ data }) => {
      // Whoever is told something is connected, whatever was noted before.
      ear.connection('there')
      const told = readTold(String(data))
      if (told !== undefined) ear.hear(told)
    })
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) {
        ear.connection('lost')
        return
      }
      void isOut().then((is) => ear.connection(is ? 'out' : 'lost'))
      setTimeout(end, AGAIN_MS)
    })
    await isOver
    source.close()
  }
}

/** A stream does not say why it was refused. */
async function isOut(): Promise<boolean> {
  try {
    return (await fetch('/api/relay/run')).status === 401
  } catch {
    return false
  }
}
