// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
import type { Colour } from '../page/colours.ts'
import type { Fault, Probe } from '../page/probe.ts'

/**
 * Text of a drawing that is too pale for what lies behind it, by WCAG 2.2's contrast of level AA. Axe
 * takes the `color` of such text, which SVG does not draw with, and knows no shapes behind it.
 */
export function paleDrawing({ container, elements, texts, zoom, colours }: Probe): Fault[] {
  const SHAPES = 'rect, circle, ellipse, path, polygon'
  const { contrast, faded, over } = colours
  const visible = new Set(elements)

  /** The product of all opacities from the element up to the slide. */
  const fade = (element: Element, share: string): number => {
    let alpha = Number(share)
    for (let at: Element | null = element; at !== null && at !== container; at = at.parentElement) {
      alpha *= Number(getComputedStyle(at).opacity)
    }
    return alpha
  }
  const paperOf = (element: Element): Colour => {
    const layers: Colour[] = []
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const layer = colours.of(getComputedStyle(at).backgroundColor)
      layers.push(layer)
      if (layer[3] === 1) break
    }
    return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255, 1])
  }
  /** What is painted before the text, where its middle lies. */
  const groundOf = (element: Element, svg: SVGElement, box: DOMRect): Colour => {
    const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
    let ground = paperOf(svg)
    for (const shape of svg.querySelectorAll<SVGGeometryElement>(SHAPES)) {
      const isAfter = shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
      if (isAfter !== 0) break
      const style = getComputedStyle(shape)
      const colour = faded(colours.of(style.fill), fade(shape, style.fillOpacity))
      const matrix = shape.getScreenCTM()
      if (colour[3] === 0 || matrix === null || !visible.has(shape)) continue
      const isBehind = shape.isPointInFill(middle.matrixTransform(matrix.inverse()))
      if (isBehind) ground = over(colour, ground)
    }
    return ground
  }
  /** Large text is read at a lower contrast. */
  const leastFor = (element: Element, { fontSize, fontWeight }: CSSStyleDeclaration): number => {
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
    const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b) / zoom
    const px = Number.parseFloat(fontSize) * scale
    return px >= (Number(fontWeight) >= 700 ? 18.66 : 24) ? 3 : 4.5
  }
  return texts.flatMap(({ text, element, boxes: [box] }): Fault[] => {
    const svg = element instanceof SVGElement ? element.ownerSVGElement : null
    if (svg === null || box === undefined) return []
    const style = getComputedStyle(element)
    // A halo of the paper's colour keeps a label apart from the lines that it crosses.
    const halo = colours.of(style.stroke)
    const hasHalo = halo[3] > 0 && style.paintOrder.startsWith('stroke')
    const ground = hasHalo ? halo : groundOf(element, svg, box)
    const ink = faded(colours.of(style.fill), fade(element, style.fillOpacity))
    const ratio = contrast(over(ink, ground), ground)
    const least = leastFor(element, style)
    if (ratio >= least) return []
    const start = text.length > 40 ? `${text.slice(0, 40)}…` : text
    const message = `"${start}" in a drawing is ${ratio.toFixed(2)}:1; ${least}:1 is the least`
    return [{ kind: 'low-contrast', message, about: text }]
  })
}
