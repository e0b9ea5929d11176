import { useSlideContext } from '@slidev/client'
import { inject, onUnmounted } from 'vue'
import type { InjectionKey } from 'vue'

/** Renderings of a slide that people look at; an overview or a preview is none. */
const IN_FRONT = new Set(['slide', 'presenter'])

/** Provided by what is on top of all slides and of none: a name of its own, in the place of a slide. */
export const SHARED_PLACE: InjectionKey<string> = Symbol('five-pillars shared place')

/**
 * Tells the same slide in the other windows of this browser what was done in this one: the speaker
 * plays in the presenter's view, and the audience sees it. Slidev shares slides and clicks so.
 *
 * @param name unique among what a slide shares
 * @param hear is told what was done elsewhere
 * @returns tells the others
 */
export function useShared(name: string, hear: (done: unknown) => void): (done: unknown) => void {
  const { $page, $renderContext } = useSlideContext()
  const place = inject(SHARED_PLACE, undefined)
  if (place === undefined && !IN_FRONT.has($renderContext.value)) return () => undefined
  const where = place ?? String($page.value)
  const channel = new BroadcastChannel(`five-pillars ${location.pathname} ${where} ${name}`)
  channel.addEventListener('message', ({ data }) => hear(data))
  onUnmounted(() => channel.close())
  return (done) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel.postMessage(done)
  }
}
