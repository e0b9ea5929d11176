import { useNav } from '@slidev/client'
import { shallowRef, watch } from 'vue'

import type { Connection } from './connection.ts'
import { followRelay } from './follow-relay.ts'
import type { Position } from './messages.ts'
import type { Served } from './served.ts'
import { showRun } from './shown-run.ts'

/** Whether a phone that follows can be told where the talk is. */
export const connection = shallowRef<Connection>('there')

/** Keeps the slides of this window where the talk is. To be called in a `setup`. */
export function relaySlides(served: Served): void {
  const nav = useNav()
  document.documentElement.dataset['relay'] = served.role
  const isPicture = new URLSearchParams(location.search).has('embedded')
  const mayMove = served.role !== 'follow' && !isPicture

  function where(): Position {
    const { isMounted } = nav.clicksContext.value
    const total = isMounted ? nav.clicksTotal.value : null
    return { page: nav.currentSlideNo.value, clicks: nav.clicks.value, total }
  }

  /** Where the talk went while this window showed no slide: it was loading, or shows an overview. */
  let missed: Position | undefined

  async function go(to: Position): Promise<void> {
    missed = nav.hasPrimarySlide.value ? undefined : to
    if (missed !== undefined) return
    await nav.go(Math.min(to.page, nav.total.value), to.clicks)
    // A slide has fewer clicks, or a deck fewer slides, than somebody thought: they are told so.
    moved()
  }

  const moved = followRelay(served, mayMove, {
    where,
    go: (to) => void go(to),
    show: (run) => void showRun(run),
    leaveFor(deck) {
      // The host has their windows where they want them; a picture goes with the page around it.
      if (served.role !== 'host' && !isPicture) location.assign(`/decks/${deck}/`)
    },
    connection(is) {
      // A talk goes on without its console: the room need not read that it is gone.
      if (served.role === 'follow') connection.value = is
    },
  })
  watch(
    () => where(),
    () => {
      if (nav.hasPrimarySlide.value) moved()
    },
  )
  watch(nav.hasPrimarySlide, (isSlide) => {
    if (isSlide && missed !== undefined) void go(missed)
  })
}
