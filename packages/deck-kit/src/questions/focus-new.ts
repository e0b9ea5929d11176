import { nextTick } from 'vue'

/**
 * Moves the focus to what is new, once it is drawn: whoever reads by ear or goes by keyboard begins
 * there. A page scrolls to it; a slide stays where it is.
 */
export function focusNew(root: HTMLElement | null): void {
  void nextTick(() => {
    const preventScroll = root?.closest('.slidev-layout') != null
    root?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll })
  })
}
