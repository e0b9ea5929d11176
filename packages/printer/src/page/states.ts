import type { Finding } from '../finding.ts'

/** Runs inside the page: the ids of its click states; `002-16` is slide 2 after 15 clicks. */
export function readStates(): string[] {
  return Array.from(document.querySelectorAll('.print-slide-container'), ({ id }) => id)
}

/** Slide and click of such an id, or of none. */
export function placeOf(state: string): Pick<Finding, 'slide' | 'click'> {
  const [slide, position] = state.split('-').map(Number)
  if (slide === undefined || position === undefined) return { slide: null, click: null }
  return { slide, click: position - 1 }
}
