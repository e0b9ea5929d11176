import type { Told } from '@five-pillars/deck-kit/relay'

import type { EventStream } from '../http/stream.ts'
import type { Relay } from './relay.ts'

interface Listening {
  readonly relay: Relay
  /** Undefined: only which deck the talk is in. */
  readonly deck: string | undefined
  readonly isMover: boolean
}

/**
 * Tells a window where the talk is: how it stands at once, then what changes. A slow phone is told
 * nothing while it has not read what it was told; then the newest, not all.
 *
 * @returns what is to be done when the stream is over
 */
export function tellTalk(stream: EventStream, listening: Listening): () => void {
  const { relay, deck, isMover } = listening
  const close = deck !== undefined && isMover ? relay.open(deck) : undefined
  const known = new Map<Told['kind'], string>()
  let mayTell = true
  const tell = (): void => {
    for (const told of newsOf(listening)) {
      const text = JSON.stringify(told)
      if (!mayTell || known.get(told.kind) === text) continue
      known.set(told.kind, text)
      mayTell = stream.sendText(text)
    }
  }
  stream.onDrain(() => {
    mayTell = true
    tell()
  })
  const unsubscribe = relay.subscribe(tell)
  tell()
  return () => {
    unsubscribe()
    close?.()
  }
}

function newsOf({ relay, deck, isMover }: Listening): Told[] {
  return [
    ...(relay.current === null ? [] : [{ kind: 'deck' as const, deck: relay.current }]),
    ...(deck === undefined ? [] : [relay.told(deck, isMover)]),
    { kind: 'shown', run: relay.shown?.id ?? null },
  ]
}
