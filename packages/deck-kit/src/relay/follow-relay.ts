import type { Connection } from './connection.ts'
import { newLink, step } from './link.ts'
import type { LinkEffect, LinkEvent } from './link.ts'
import { listen } from './listen.ts'
import type { Position, Told } from './messages.ts'
import { readPosition } from './read-messages.ts'
import { sendMove } from './send-move.ts'
import type { Served } from './served.ts'
import { speaksForBrowser } from './speaks-for-browser.ts'

/** What is moved: the slides of a window, or the page of a remote. */
export interface Moved {
  where(): Position
  go(to: Position): void
  /** A run is shown on top of the slide, or none any more. */
  show(run: string | null): void
  /** The talk goes on in another deck. */
  leaveFor(deck: string): void
  connection(is: Connection): void
}

/** A window whose move is refused again and again asks how things are, but not in a hurry. */
const UNHEARD_MS = 1000

/**
 * Keeps a window where the talk is, for as long as the page is there.
 *
 * @returns is to be called whenever the window was moved, by whomever
 */
export function followRelay({ deck, role }: Served, mayMove: boolean, view: Moved): () => void {
  let link = newLink({ mayMove, mayLead: mayMove && role === 'host' }, view.where())
  let isSpeaking = false
  let askAgain: (() => void) | undefined
  const others = new BroadcastChannel(`five-pillars relay ${deck}`)
  others.addEventListener('message', ({ data }) => hearOther(data))

  function happen(event: LinkEvent): void {
    const next = step(link, event)
    link = next.link
    if (next.effect !== undefined) perform(next.effect)
  }

  function perform(effect: LinkEffect): void {
    if (effect.kind === 'send') {
      void send(effect)
      return
    }
    view.go(effect.to)
    tellOthers({ go: effect.to })
  }

  async function send({ epoch, basis, to }: LinkEffect & { kind: 'send' }): Promise<void> {
    const answer = await sendMove({ deck, epoch, basis, position: to })
    if (answer !== undefined) {
      happen({ kind: 'answered', ...answer })
      return
    }
    happen({ kind: 'unheard' })
    setTimeout(() => askAgain?.(), UNHEARD_MS)
  }

  function hear(told: Told): void {
    if (told.kind === 'position') happen(told)
    else if (told.kind === 'deck') {
      if (told.deck !== deck) view.leaveFor(told.deck)
    } else {
      view.show(told.run)
      tellOthers({ run: told.run })
    }
  }

  /** The window that speaks for this browser tells the others what Slidev does not tell them. */
  function tellOthers(news: { go: Position } | { run: string | null }): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    others.postMessage(news)
  }

  function hearOther(news: unknown): void {
    if (typeof news !== 'object' || news === null || isSpeaking) return
    const to = 'go' in news ? readPosition(news.go) : undefined
    if (to !== undefined) view.go(to)
    else if ('run' in news && (news.run === null || typeof news.run === 'string'))
      view.show(news.run)
  }

  void speaksForBrowser(`five-pillars relay ${deck}`, async (hidden) => {
    link = { ...link, here: view.where(), sent: null, isOwn: false }
    isSpeaking = true
    const ear = { hear, connection: (is: Connection) => view.connection(is) }
    await listen(deck, ear, hidden, (ask) => (askAgain = ask))
    isSpeaking = false
  })

  return () => {
    if (isSpeaking) happen({ kind: 'moved', here: view.where() })
  }
}
