/** What a page in print mode still waits for. */
export interface Readiness {
  /** Click states in the page. */
  states: number
  /** Ids of those that wait for their component, an image or a diagram. */
  waiting: string[]
  /** Grows and shrinks while something is still being put into the page. */
  nodes: number
  fontsReady: boolean
}

/**
 * Runs inside the page; looks every 30 ms, so that the caller can ask in a loop. It reads only lists
 * that the browser keeps up to date: a search through all slides each time would slow them down.
 */
export async function readReadiness(): Promise<Readiness> {
  const POLL_MS = 30
  await new Promise((resolve) => {
    setTimeout(resolve, POLL_MS)
  })
  const loading = [...document.getElementsByClassName('slidev-slide-loading')]
  const drawing = [...document.getElementsByClassName('mermaid')].filter(
    (diagram) => diagram.shadowRoot?.childNodes.length === 0,
  )
  const images = [...document.images].filter((image) => {
    // Pages far below are printed too, so nothing may wait until it is scrolled to.
    if (image.loading !== 'eager') image.loading = 'eager'
    return !image.complete
  })
  const states = [...loading, ...drawing, ...images].map(
    (element) => element.closest('.print-slide-container')?.id,
  )
  return {
    states: document.getElementsByClassName('print-slide-container').length,
    waiting: [...new Set(states.filter((state) => state !== undefined))],
    nodes: document.getElementsByTagName('*').length,
    fontsReady: document.fonts.status === 'loaded',
  }
}
