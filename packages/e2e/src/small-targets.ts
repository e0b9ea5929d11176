/**
 * Runs in the page: what can be pressed and is lower or narrower than a thumb needs, outside of
 * sentences. What is pressed with its label is as large as that.
 */
export function smallTargets(): string[] {
  const THUMB_PX = 44
  const found = [
    ...document.querySelectorAll<HTMLElement>('main :is(a, button, input, select, summary)'),
  ]
  return found.flatMap((element) => {
    const target = element.closest('label') ?? element
    const { width, height } = target.getBoundingClientRect()
    const isShown = width > 0 && height > 0 && element.checkVisibility()
    // A link within a sentence is as high as its line.
    const isInline = getComputedStyle(element).display === 'inline'
    if (!isShown || isInline || (width >= THUMB_PX && height >= THUMB_PX)) return []
    return [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`]
  })
}
