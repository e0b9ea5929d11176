// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
import type { Fault, Probe } from '../page/probe.ts'

/**
 * Text or a picture beyond the edge of the slide. Element boxes are not compared: wrappers that fill
 * the slide and more are common and harm nobody. `data-bleed` marks what is meant to go beyond.
 */
export function offCanvas(probe: Probe): Fault[] {
  const TOLERANCE_PX = 1.5
  const faults: Fault[] = []
  const hides = (element: Element): boolean => {
    const { overflowX, overflowY } = getComputedStyle(element)
    return overflowX !== 'visible' || overflowY !== 'visible'
  }

  /** Inside a box that cuts it off before the edge of the slide it is that rule's matter. */
  const isCutOff = (element: Element): boolean => {
    let at: Element | null = element
    while (at !== null && at !== probe.container) {
      const inner = at.getBoundingClientRect()
      const isWithin =
        inner.left >= probe.box.left - TOLERANCE_PX &&
        inner.right <= probe.box.right + TOLERANCE_PX &&
        inner.top >= probe.box.top - TOLERANCE_PX &&
        inner.bottom <= probe.box.bottom + TOLERANCE_PX
      if (isWithin && hides(at)) return true
      at = at.parentElement
    }
    return false
  }
  const look = (element: Element, what: string, about: string, boxes: DOMRect[]): void => {
    const sides = { left: 0, right: 0, top: 0, bottom: 0 }
    for (const box of boxes) {
      sides.left = Math.max(sides.left, probe.box.left - box.left)
      sides.right = Math.max(sides.right, box.right - probe.box.right)
      sides.top = Math.max(sides.top, probe.box.top - box.top)
      sides.bottom = Math.max(sides.bottom, box.bottom - probe.box.bottom)
    }
    const over = Object.entries(sides).filter(([, px]) => px / probe.zoom > TOLERANCE_PX)
    if (over.length === 0 || probe.closest(element, '[data-bleed]') !== null) return
    if (isCutOff(element)) return
    const edges = over.map(([side, px]) => `the ${side} edge by ${Math.round(px / probe.zoom)} px`)
    faults.push({ kind: 'off-canvas', message: `${what} is over ${edges.join(' and ')}`, about })
  }
  for (const { text, element, boxes } of probe.texts) {
    const start = text.length > 40 ? `${text.slice(0, 40)}…` : text
    look(element, `"${start.replaceAll(/\s+/g, ' ')}"`, text, boxes)
  }
  for (const { element, box } of probe.pictures) {
    const name = `<${element.localName}>`
    look(element, name, `${name} ${element.getAttribute('src') ?? ''}`, [box])
  }
  return faults
}
