import type { RoomView } from '../view.ts'
import type { ConsoleHello } from './console-process.ts'

/** Somebody who looks at the host's page for as long as it is open. */
export interface BoardWatch extends AsyncDisposable {
  readonly views: number
  readonly last: RoomView | undefined
  /** Resolves with the next view. Rejects when the console ends. */
  next(): Promise<void>
}

/**
 * Looks at the host's events.
 *
 * @param onView a view, and when it had come, in milliseconds since 1970
 */
export async function watchBoard(
  { url, hostKey }: Pick<ConsoleHello, 'url' | 'hostKey'>,
  onView: (view: RoomView, cameAt: number) => void,
): Promise<BoardWatch> {
  const end = new AbortController()
  const response = await fetch(new URL('/api/host/events', url), {
    headers: { authorization: `Bearer ${hostKey}` },
    signal: end.signal,
  })
  if (!response.ok) throw new Error(`The board was refused: ${response.status}`)
  let views = 0
  let last: RoomView | undefined
  let come = Promise.withResolvers<void>()
  const reading = read(response, (text) => {
    const cameAt = Date.now()
    const event: { kind: 'view'; view: RoomView } = JSON.parse(text)
    views += 1
    last = event.view
    onView(event.view, cameAt)
    come.resolve()
    come = Promise.withResolvers()
  })
  const isOver = reading.then(() => {
    throw new Error('The console ended while somebody looked at its board.')
  })
  // Who looks no more has no use for that.
  isOver.catch(() => {})
  return {
    get views() {
      return views
    },
    get last() {
      return last
    },
    next: () => Promise.race([come.promise, isOver]),
    async [Symbol.asyncDispose]() {
      end.abort()
      await reading
    },
  }
}

async function read(response: Response, onData: (text: string) => void): Promise<void> {
  let parts: string[] = []
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      parts.push(chunk)
      // A view of a full room is many chunks: they are joined once.
      if (!chunk.includes('\n')) continue
      const messages = parts.join('').split('\n\n')
      parts = [messages.pop() ?? '']
      for (const message of messages) if (message.startsWith('data: ')) onData(message.slice(6))
    }
  } catch {
    // The console, or whoever looked, has ended.
  }
}
