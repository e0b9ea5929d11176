// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
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

/** Runs inside the page; looks every 30 ms, so that the caller can ask in a loop. */
export async function readReadiness(): Promise<Readiness> {
  const POLL_MS = 30
  await new Promise((resolve) => {
    setTimeout(resolve, POLL_MS)
  })
  const isDrawn = (diagram: Element): boolean => (diagram.shadowRoot?.childNodes.length ?? 1) > 0
  const isWaiting = (container: Element): boolean => {
    if (container.querySelector('.slidev-slide-loading') !== null) return true
    for (const image of container.querySelectorAll('img')) {
      // Pages far below are printed too, so nothing may wait until it is scrolled to.
      image.loading = 'eager'
      if (!image.complete) return true
    }
    return ![...container.querySelectorAll('.mermaid')].every(isDrawn)
  }
  const containers = [...document.querySelectorAll('.print-slide-container')]
  return {
    states: containers.length,
    waiting: containers.filter(isWaiting).map(({ id }) => id),
    nodes: document.querySelectorAll('*').length,
    fontsReady: document.fonts.status === 'loaded',
  }
}
