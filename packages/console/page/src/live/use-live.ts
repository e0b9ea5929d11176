import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

import { ask } from './ask.ts'
import { onEntered } from './enter.ts'

/**
 * `locked`: the console wants the host's key. `lost`: it does not answer, or has not been heard for
 * too long; what was shown last is shown still.
 */
export type LiveState = 'connecting' | 'live' | 'lost' | 'locked'

export interface Live<View> {
  readonly view: Readonly<ShallowRef<View | undefined>>
  readonly state: Readonly<ShallowRef<LiveState>>
  /** What to add to this machine's clock to have the console's, in milliseconds. */
  readonly aheadMs: Readonly<ShallowRef<number>>
  /** When something was heard last, by this machine's clock; 0 before. */
  readonly heardAt: Readonly<ShallowRef<number>>
  /** Tries again at once: the key is there now. */
  retry(): void
}

const RETRY_MS = 1000

/** The console sends a view each ten seconds when nothing happens: a network may die without a word. */
const SILENCE_MS = 30_000

/**
 * Follows one of the console's views. It comes back by itself after any loss, and asks for the whole
 * view first, so that nothing from before is needed.
 *
 * @param ready what has to be over before it begins, such as showing the key
 */
export function useLive<View extends { readonly at: number }>(
  kind: 'host' | 'screen',
  ready: Promise<unknown>,
): Live<View> {
  const view = shallowRef<View>()
  const state = shallowRef<LiveState>('connecting')
  const aheadMs = shallowRef(0)
  const heardAt = shallowRef(0)
  let events: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isEnded = false

  async function connect(): Promise<void> {
    const answer = await ask<View>('GET', `/api/${kind}/view`)
    if (isEnded) return
    if (answer.kind === 'done') {
      hear(answer.body)
      listen()
    } else if (answer.kind === 'refused' && [401, 403].includes(answer.status)) {
      state.value = 'locked'
    } else lose()
  }

  function listen(): void {
    events?.close()
    events = new EventSource(`/api/${kind}/events`)
    events.addEventListener('message', ({ data }) => {
      const event: { kind: 'view'; view: View } | { kind: 'other' } = JSON.parse(String(data))
      if (event.kind === 'view') hear(event.view)
    })
    events.addEventListener('error', lose)
  }

  function hear(next: View): void {
    heardAt.value = Date.now()
    aheadMs.value = next.at - heardAt.value
    view.value = next
    state.value = 'live'
    clearTimeout(timer)
    timer = setTimeout(lose, SILENCE_MS)
  }

  function lose(): void {
    events?.close()
    state.value = 'lost'
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), RETRY_MS)
  }

  const stopHearing = onEntered(() => {
    if (state.value === 'locked') void connect()
  })

  function end(): void {
    isEnded = true
    stopHearing()
    clearTimeout(timer)
    events?.close()
  }

  onScopeDispose(end)
  void ready.then(connect)
  return { view, state, aheadMs, heardAt, retry: () => void connect() }
}
