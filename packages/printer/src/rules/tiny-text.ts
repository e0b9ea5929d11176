import type { Fault, Probe } from '../page/probe.ts'

/** Text under 14 px on the 980 canvas, as it comes out after every scaling of drawings and boxes. */
export function tinyText(probe: Probe): Fault[] {
  const LEAST_PX = 14
  const TOLERANCE_PX = 0.2
  const WIDE_ENOUGH_PX = 20

  /** Page pixels for one pixel of the element's own coordinates. */
  const scaleOf = (element: Element): number => {
    if (element instanceof SVGGraphicsElement) {
      const matrix = element.getScreenCTM()
      return matrix === null ? 1 : Math.hypot(matrix.a, matrix.b)
    }
    // Widths are whole numbers here, so a narrow element would tell too little.
    let at: Element | null = element
    while (at instanceof HTMLElement && at.offsetWidth < WIDE_ENOUGH_PX) at = at.parentElement
    if (!(at instanceof HTMLElement)) return probe.zoom
    return at.getBoundingClientRect().width / at.offsetWidth
  }
  const sizes = new Map<Element, number>()
  const sizeOf = (element: Element): number => {
    const known = sizes.get(element)
    if (known !== undefined) return known
    const fontSizePx = Number.parseFloat(getComputedStyle(element).fontSize)
    const size = (fontSizePx * scaleOf(element)) / probe.zoom
    sizes.set(element, size)
    return size
  }
  return probe.texts.flatMap(({ text, element }): Fault[] => {
    const size = sizeOf(element)
    if (size >= LEAST_PX - TOLERANCE_PX) return []
    const start = text.length > 40 ? `${text.slice(0, 40)}…` : text
    const message = `"${start.replaceAll(/\s+/g, ' ')}" is ${size.toFixed(1)} px; ${LEAST_PX} is the least`
    return [{ kind: 'tiny-text', message, about: text }]
  })
}
