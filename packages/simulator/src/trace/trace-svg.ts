import { headlineOf } from './story-of.ts'
import { barsOf, drawBar } from './svg/draw-calls.ts'
import { drawAxis, drawHead, drawNames } from './svg/draw-frame.ts'
import { drawLabels } from './svg/draw-labels.ts'
import { drawCrashes, drawCuts, drawLives } from './svg/draw-lives.ts'
import { drawMark, marksOf } from './svg/draw-marks.ts'
import { arrowsOf, drawArrow, drawBridges } from './svg/draw-messages.ts'
import { sceneOf, WIDTH } from './svg/scene.ts'
import type { Window } from './svg/scene.ts'
import { COLORS, styleOf } from './svg/style.ts'
import { num, xml } from './svg/xml.ts'
import type { Trace } from './trace.ts'

export interface SvgOptions extends Window {
  /** Id of the drawing, unique on its page; default `trace`. */
  readonly id?: string
}

/**
 * A run as a space-time diagram (Lamport, 1978): a line for each node, time to the right, an arrow
 * for each message. 868 units wide and at most 400 high. Its colours are the page's own, so that it
 * follows light and dark where it stands in the page and not in an image.
 *
 * @throws RangeError where the id could be read as something else in CSS.
 */
export function traceSvg(trace: Trace, { id = 'trace', ...window }: SvgOptions = {}): string {
  if (!/^[a-z][\w-]*$/i.test(id)) {
    throw new RangeError(
      `"${id}" is no id of a drawing: letters, digits and dashes, a letter first.`,
    )
  }
  const scene = sceneOf(trace, window)
  const shapes = { arrows: arrowsOf(scene), bars: barsOf(scene), marks: marksOf(scene) }
  const size = `viewBox="0 0 ${WIDTH} ${num(scene.height)}" width="${WIDTH}" height="${num(scene.height)}"`
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" ${size} role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${xml(`${trace.world}, seed ${trace.seed}`)}</title>`,
    `<desc id="${id}-desc">${xml(headlineOf(trace))}</desc>`,
    `<style>${styleOf(id)}</style>`,
    hatch(id),
    ...drawAxis(scene),
    ...drawCuts(scene),
    ...drawBridges(scene, shapes.arrows),
    ...drawLives(scene, id),
    ...drawHead(scene),
    ...shapes.bars.map(drawBar),
    ...shapes.arrows.map(drawArrow),
    ...shapes.marks.map(drawMark),
    ...drawCrashes(scene),
    ...drawNames(scene),
    ...drawLabels(scene, shapes),
    '</svg>',
  ]
  return `${lines.join('\n')}\n`
}

function hatch(id: string): string {
  const paper = `<rect width="7" height="7" style="fill: ${COLORS.paper}; stroke: none"/>`
  const stripe = `<path d="M0 0V7" style="stroke: ${COLORS.soft}; stroke-width: 3"/>`
  return (
    `<defs><pattern id="${id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" ` +
    `patternTransform="rotate(45)">${paper}${stripe}</pattern></defs>`
  )
}
