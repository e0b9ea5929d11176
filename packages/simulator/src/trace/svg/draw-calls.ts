import type { NodeId } from '../../contract.ts'
import { callText } from '../calls-of.ts'
import type { Call } from '../calls-of.ts'
import { laneOf } from './scene.ts'
import type { Scene } from './scene.ts'
import { cross, num, xml } from './xml.ts'

export const BAR = 22
const RADIUS = 5
const LEAST_WIDTH = 8

export interface Bar {
  readonly call: Call
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The calls of clients as bars on their lines; one that never ends makes room for the next. */
export function barsOf(scene: Scene): readonly Bar[] {
  const { left, right, scale } = scene
  return scene.calls.flatMap((call, index) => {
    const lane = laneOf(scene, call.client)
    if (lane === undefined) return []
    const next = scene.calls.slice(index + 1).find(({ client }) => client === call.client)
    const end = Math.min(call.answer?.at ?? scene.to, next?.invokedAt ?? scene.to)
    const x1 = Math.max(left, scale.x(call.invokedAt))
    const x2 = end >= scene.to ? right : scale.x(end)
    return [{ call, x: x1, y: lane.y - BAR / 2, width: Math.max(LEAST_WIDTH, x2 - x1) }]
  })
}

/** Solid when the answer was ok; an outline with a cross if it failed, dotted if nobody knows. */
export function drawBar({ call, x, y, width }: Bar): string {
  const outcome = call.answer?.outcome
  const className = outcome === 'ok' ? 'ok' : outcome === 'fail' ? 'failed' : 'unknown'
  const box = `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${BAR}" rx="${RADIUS}"`
  const failed =
    outcome === 'fail' ? `<path class="cross" d="${cross(x + width, y + BAR / 2, 6)}"/>` : ''
  const title = `<title>${xml(`${call.client}: ${callText(call)}`)}</title>`
  return `<g>${title}<rect class="${className}" ${box}/>${failed}</g>`
}

/** How far from its line a node's drawing reaches at a time: to the edge of a call, if one is open. */
export function callEdge(scene: Scene, node: NodeId, at: number): number {
  const isOpen = scene.calls.some(
    ({ client, invokedAt, answer }) =>
      client === node && invokedAt <= at && at <= (answer?.at ?? scene.to),
  )
  return isOpen ? BAR / 2 : 3
}
