import type { Page } from 'playwright'

/** A page has fewer stops for the keyboard: after these it would go round. */
const STOPS_MAX = 120

/**
 * Goes on with Tab until it stands on what has this name, as somebody without a mouse does.
 *
 * @throws Error when nothing of that name comes, or when who looks cannot see where they stand
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focused)
    if (stop.name === name) {
      if (stop.unseen !== null) throw new Error(`"${name}" has the focus and ${stop.unseen}.`)
      return
    }
    passed.push(stop.name)
  }
  throw new Error(`Tab never came to "${name}", but to: ${[...new Set(passed)].join(', ')}`)
}

/** Runs in the page: what the keyboard stands on, and why that would not be seen. */
function focused(): { name: string; unseen: string | null } {
  const element = document.activeElement
  if (element === null || element === document.body) return { name: '', unseen: null }
  const labels = 'labels' in element && element.labels instanceof NodeList ? element.labels : []
  const [label] = [...labels]
  const name = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? ''
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const { left, top, width, height } = element.getBoundingClientRect()
  const hit = document.elementFromPoint(left + width / 2, top + height / 2)
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  const unseen = !isMarked
    ? 'no mark that shows it'
    : hit !== null && element.contains(hit)
      ? null
      : 'lies under something else, or outside of the window'
  return { name: name.trim().replaceAll(/\s+/g, ' '), unseen }
}
