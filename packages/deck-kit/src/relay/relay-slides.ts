import { useNav } from '@slidev/client'
import { shallowRef, watch } from 'vue'

import { followRelay } from './follow-relay.ts'
import type { Position } from './messages.ts'
import type { Served } from './served.ts'
import { showRun } from './shown-run.ts'

/** Whether a phone that follows cannot be told where the talk is. */
export const isLost = shallowRef(false)

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

  /** A slide has fewer clicks, or a deck fewer slides, than somebody thought: they are told so. */
  async function go({ page, clicks }: Position): Promise<void> {
    if (!nav.hasPrimarySlide.value) return
    await nav.go(Math.min(page, nav.total.value), clicks)
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
    connected(is) {
      // A talk goes on without its console: the room need not read that it is gone.
      isLost.value = !is && served.role === 'follow'
    },
  })
  watch(
    () => where(),
    () => {
      if (nav.hasPrimarySlide.value) moved()
    },
  )
}
