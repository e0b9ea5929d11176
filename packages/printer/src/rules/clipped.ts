import type { Fault, Probe } from '../page/probe.ts'

/** Text cut off by a box that hides or scrolls what does not fit: long code lines, drawings. */
export function clipped(probe: Probe): Fault[] {
  const TOLERANCE_PX = 1.5
  const faults: Fault[] = []

  /** By how many canvas pixels the text inside sticks out of a box. */
  const excess = (element: Element, box: DOMRect): number => {
    const inside = probe.texts.filter((text) => element.contains(text.element))
    const outside = inside.flatMap(({ boxes }) =>
      boxes.map((line) =>
        Math.max(
          box.left - line.left,
          line.right - box.right,
          box.top - line.top,
          line.bottom - box.bottom,
        ),
      ),
    )
    return Math.max(0, ...outside)
  }
  for (const element of probe.elements) {
    if (element === probe.container || probe.closest(element, '[data-bleed]') !== null) continue
    const isDrawing = element instanceof SVGSVGElement && element.ownerSVGElement === null
    const isBox = element instanceof HTMLElement && element.clientWidth > 1
    const isTooSmall =
      element.scrollWidth > element.clientWidth + TOLERANCE_PX ||
      element.scrollHeight > element.clientHeight + TOLERANCE_PX
    if (!isDrawing && !(isBox && isTooSmall)) continue
    const { overflowX, overflowY } = getComputedStyle(element)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const px = excess(element, element.getBoundingClientRect()) / probe.zoom
    if (px <= TOLERANCE_PX) continue
    const name = probe.name(element)
    faults.push({
      kind: 'clipped',
      message: `${name} hides text that sticks out by ${Math.round(px)} px`,
      about: `<${element.localName}> ${element.className.toString()}`,
    })
  }
  return faults
}
