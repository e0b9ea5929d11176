import { shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'

import { ask, complaintOf } from '../live/ask.ts'

export interface Fetched<Body> {
  readonly body: Readonly<ShallowRef<Body | undefined>>
  /** Why there is nothing, or nothing newer. */
  readonly complaint: Readonly<ShallowRef<string | undefined>>
  /** Asks again now. */
  again(): Promise<void>
}

/**
 * Asks for an address at once, again whenever it is another one, and again whenever `stamp` is. What
 * was shown stays until there is something newer; an answer that comes too late is not taken.
 */
export function useAnswer<Body>(path: () => string, stamp: () => unknown): Fetched<Body> {
  const body = shallowRef<Body>()
  const complaint = shallowRef<string>()
  let asked = 0

  async function again(): Promise<void> {
    asked += 1
    const mine = asked
    const answer = await ask<Body>('GET', path())
    if (mine !== asked) return
    complaint.value = complaintOf(answer)
    if (answer.kind === 'done') body.value = answer.body
  }

  watch(
    path,
    () => {
      body.value = undefined
    },
    { flush: 'sync' },
  )
  watch([path, stamp], () => void again(), { immediate: true })
  return { body, complaint, again }
}
