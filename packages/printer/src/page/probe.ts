// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
import type { FindingKind } from '../finding.ts'
import type { Colours } from './colours.ts'

/** One click state of one slide, measured once for all rules. */
export interface Probe {
  container: Element
  box: DOMRect
  /** Pixels on the page for one pixel of the 980-wide canvas. */
  zoom: number
  /** All visible elements, those in shadow roots too. */
  elements: Element[]
  /** All visible text with the boxes of its lines. */
  texts: { text: string; element: Element; boxes: DOMRect[] }[]
  /** Visible pictures of all kinds. */
  pictures: { element: Element; box: DOMRect }[]
  /** How a message names an element: its tag and the start of its text. */
  name: (element: Element) => string
  /** The element or its nearest ancestor that matches, through shadow roots. */
  closest: (element: Element, selector: string) => Element | null
  colours: Colours
}

export interface Fault {
  kind: FindingKind
  message: string
  /** Equal for the same fault in a later click state, where measured sizes may differ. */
  about: string
}

/**
 * A rule looks at one click state. Rules and the probe run inside the page, to which only their
 * source text goes: they use nothing but their arguments and the DOM.
 */
export type Rule = (probe: Probe) => Fault[]

/** Measures one `.print-slide-container`. */
export function probeSlide(container: Element, colours: Colours): Probe {
  const CANVAS_WIDTH = 980
  const box = container.getBoundingClientRect()
  const probe: Probe = {
    container,
    box,
    zoom: box.width / CANVAS_WIDTH,
    elements: [],
    texts: [],
    pictures: [],
    colours,
    name: (element) => {
      const text = (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
      const start = text.length > 40 ? `${text.slice(0, 40)}…` : text
      return start === '' ? `<${element.localName}>` : `<${element.localName}> "${start}"`
    },
    closest: (element, selector) => {
      let at: Element | null = element
      while (at !== null) {
        const found: Element | null = at.closest(selector)
        if (found !== null) return found
        const root: Node = at.getRootNode()
        at = root instanceof ShadowRoot ? root.host : null
      }
      return null
    },
  }
  const isVisible = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

  const measureText = (node: Node, element: Element): void => {
    const text = node.nodeValue?.trim() ?? ''
    // KaTeX doubles each formula for screen readers, in a box of one pixel.
    if (text === '' || element.closest('.katex-mathml, style, script, title, desc') !== null) return
    const range = document.createRange()
    range.selectNodeContents(node)
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
    if (boxes.length > 0) probe.texts.push({ text, element, boxes })
  }
  const measure = (root: Node): void => {
    for (const node of root.childNodes) {
      if (node instanceof Element) {
        if (!isVisible(node)) continue
        probe.elements.push(node)
        if (node.matches('img, svg, canvas, video, image, iframe, object')) {
          probe.pictures.push({ element: node, box: node.getBoundingClientRect() })
        }
        measure(node)
        if (node.shadowRoot !== null) measure(node.shadowRoot)
      } else if (node instanceof Text) {
        const element = root instanceof ShadowRoot ? root.host : root
        if (element instanceof Element) measureText(node, element)
      }
    }
  }
  measure(container)
  return probe
}
