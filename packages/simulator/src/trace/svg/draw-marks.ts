import type { Emit } from '../focus-of.ts'
import { laneOf } from './scene.ts'
import type { Scene } from './scene.ts'
import { num, xml } from './xml.ts'

const SIZE = 5.5

export interface Mark {
  readonly emit: Emit
  readonly x: number
  readonly y: number
  readonly isLeader: boolean
}

/** What nodes did, as small marks on their lines; becoming the leader is a double ring. */
export function marksOf(scene: Scene): readonly Mark[] {
  return scene.emits.flatMap((emit) => {
    const lane = laneOf(scene, emit.node)
    if (lane === undefined) return []
    return [{ emit, x: scene.scale.x(emit.at), y: lane.y, isLeader: emit.event === scene.leader }]
  })
}

export function drawMark({ emit, x, y, isLeader }: Mark): string {
  const title = `<title>${xml(`${emit.node}: ${emit.event}`)}</title>`
  if (isLeader) {
    const circle = (r: number, className: string): string =>
      `<circle class="${className}" cx="${num(x)}" cy="${num(y)}" r="${r}"/>`
    return `<g>${title}${circle(8.5, 'leader')}${circle(4.5, 'crown')}</g>`
  }
  const path = `M${num(x)} ${num(y - SIZE)}l${SIZE} ${SIZE}l${-SIZE} ${SIZE}l${-SIZE} ${-SIZE}z`
  return `<g>${title}<path class="mark" d="${path}"/></g>`
}
