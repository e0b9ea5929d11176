import type { Period } from '../periods-of.ts'
import { laneOf } from './scene.ts'
import type { Lane, Scene } from './scene.ts'
import { cross, line, num } from './xml.ts'

const DOUBLE = 2.5
const HATCH_HEIGHT = 14

/** The line of each node: double while it leads, dotted while it is down, hatched while it rests. */
export function drawLives(scene: Scene, id: string): readonly string[] {
  return scene.lanes.flatMap((lane) => [
    ...stretches(scene, lane),
    ...scene.periods
      .filter(({ kind, node }) => kind === 'paused' && node === lane.id)
      .map((period) => {
        const [x1, x2] = ends(scene, period)
        const box = `x="${num(x1)}" y="${num(lane.y - HATCH_HEIGHT / 2)}" width="${num(x2 - x1)}"`
        return `<rect class="still" ${box} height="${HATCH_HEIGHT}" style="fill: url(#${id}-hatch)"/>`
      }),
  ])
}

/** Where lines stop. */
export function drawCrashes(scene: Scene): readonly string[] {
  return scene.crashes.flatMap(({ at, node }) => {
    const lane = laneOf(scene, node)
    if (lane === undefined) return []
    return [`<path class="cross" d="${cross(scene.scale.x(at), lane.y, 8)}"/>`]
  })
}

/** Broken lines between neighbouring lanes whose link is cut. */
export function drawCuts(scene: Scene): readonly string[] {
  return barriers(scene).map(({ x1, x2, y, ways }) => {
    const className = ways === 2 ? 'cut' : 'cut one-way'
    return `<path class="${className}" d="${line(x1, y, x2, y)}"/>`
  })
}

export interface Barrier {
  readonly x1: number
  readonly x2: number
  readonly y: number
  /** In how many of the two directions nothing passes. */
  readonly ways: number
}

/** Where broken lines run; messages that meet one end there. */
export function barriers(scene: Scene): readonly Barrier[] {
  return scene.cuts.flatMap(({ links, from, to }) => {
    const keys = new Set(links.map(([one, other]) => JSON.stringify([one, other])))
    return scene.lanes.slice(1).flatMap((lower, index) => {
      const upper = scene.lanes[index]
      if (upper === undefined) return []
      const pairs = [
        [upper.id, lower.id],
        [lower.id, upper.id],
      ]
      const ways = pairs.filter((pair) => keys.has(JSON.stringify(pair))).length
      const [x1, x2] = ends(scene, { from, to })
      return ways === 0 ? [] : [{ x1, x2, y: (upper.y + lower.y) / 2, ways }]
    })
  })
}

function stretches(scene: Scene, { id, y }: Lane): readonly string[] {
  const own = scene.periods.filter(({ node, kind }) => node === id && kind !== 'paused')
  const turns = own.flatMap((period) => ends(scene, period))
  const xs = [...new Set([scene.left, ...turns, scene.right])].toSorted((one, other) => one - other)
  return xs.slice(1).map((x2, index) => {
    const x1 = xs[index] ?? x2
    const kinds = new Set(
      own
        .filter((period) => {
          const [start, end] = ends(scene, period)
          return start <= x1 && end >= x2
        })
        .map(({ kind }) => kind),
    )
    if (kinds.has('down')) return `<path class="down" d="${line(x1, y, x2, y)}"/>`
    if (!kinds.has('leader')) return `<path class="life" d="${line(x1, y, x2, y)}"/>`
    const double = line(x1, y - DOUBLE, x2, y - DOUBLE) + line(x1, y + DOUBLE, x2, y + DOUBLE)
    return `<path class="leads" d="${double}"/>`
  })
}

/** Both ends of a stretch of time, within the window. */
function ends(
  { scale, left, right, to: end }: Scene,
  { from, to }: Pick<Period, 'from' | 'to'>,
): readonly [x1: number, x2: number] {
  return [Math.max(left, scale.x(from)), to >= end ? right : Math.min(right, scale.x(to))]
}
