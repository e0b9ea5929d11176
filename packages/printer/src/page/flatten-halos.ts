/**
 * Runs inside the page: lays text that has an outline, which drawings use to set a label off from
 * the lines behind it, on a strip of the outline's colour instead. Chromium prints outlined letters
 * as a Type 3 font, which some printers and readers show badly, and the text would be there twice.
 */
export function flattenHalos(): void {
  const PADDING_SHARE = 0.5
  for (const text of document.querySelectorAll<SVGTextElement>('.print-slide-container text')) {
    const { stroke, strokeWidth, visibility } = getComputedStyle(text)
    if (stroke === 'none' || visibility === 'hidden') continue
    const box = text.getBBox()
    const padding = Number.parseFloat(strokeWidth) * PADDING_SHARE
    const strip = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    strip.setAttribute('x', String(box.x - padding))
    strip.setAttribute('y', String(box.y))
    strip.setAttribute('width', String(box.width + 2 * padding))
    strip.setAttribute('height', String(box.height))
    strip.setAttribute('rx', String(padding))
    const transform = text.getAttribute('transform')
    if (transform !== null) strip.setAttribute('transform', transform)
    strip.style.cssText = `fill: ${stroke} !important; stroke: none !important`
    text.before(strip)
    text.style.setProperty('stroke', 'none', 'important')
  }
}
