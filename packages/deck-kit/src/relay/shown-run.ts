import { shallowRef } from 'vue'

import type { ShownRun } from './messages.ts'
import { readShownRun } from './read-messages.ts'

/** What is shown on top of the slides of this page. */
export const shownRun = shallowRef<ShownRun>()

/** The one that was asked for last: an answer that comes late is none. */
let wanted: string | null = null

/** Fetches the run that the console shows, or takes away what is shown. */
export async function showRun(id: string | null): Promise<void> {
  wanted = id
  if (id === null) {
    shownRun.value = undefined
    return
  }
  if (shownRun.value?.id === id) return
  const run = await fetchRun()
  if (wanted === id && run !== undefined) shownRun.value = run
}

async function fetchRun(): Promise<ShownRun | undefined> {
  try {
    const answer = await fetch('/api/relay/run')
    return answer.ok ? readShownRun(await answer.json()) : undefined
  } catch {
    return undefined
  }
}

/** The host takes it away before everybody; who else does, only for themselves. */
export function closeRun(isHost: boolean): void {
  shownRun.value = undefined
  if (!isHost) return
  const headers = { 'content-type': 'application/json' }
  void fetch('/api/host/show', { method: 'DELETE', headers }).catch(() => undefined)
}
