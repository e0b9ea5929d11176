import type { HeadItem } from './head.ts'
import { axisY, laneOf } from './scene.ts'
import type { Lane, Scene } from './scene.ts'
import { cross, line, num, xml } from './xml.ts'

/** The names of the nodes: a rounded square for a server, a circle for a client. */
export function drawNames({ lanes }: Scene): readonly string[] {
  return lanes.flatMap(({ name, role, y }: Lane) => [
    role === 'server'
      ? `<rect class="node" x="8" y="${num(y - 8)}" width="16" height="16" rx="4"/>`
      : `<circle class="node" cx="16" cy="${num(y)}" r="8"/>`,
    `<text class="name" x="34" y="${num(y + 6)}">${xml(name)}</text>`,
  ])
}

/** The line of time with round times. */
export function drawAxis(scene: Scene): readonly string[] {
  const y = axisY(scene)
  return [
    `<path class="axis" d="${line(scene.left, y, scene.right, y)}"/>`,
    `<text class="soft" x="8" y="${num(y + 5)}">time</text>`,
    ...scene.scale.ticks.map(
      ({ x, text }) =>
        `<path class="axis" d="${line(x, y, x, y + 5)}"/>` +
        `<text class="soft" x="${num(x)}" y="${num(y + 20)}" text-anchor="middle">${xml(text)}</text>`,
    ),
  ]
}

/** What was done to the world and how long, what was found, and the lines down from there. */
export function drawHead(scene: Scene): readonly string[] {
  return scene.head.items.flatMap((item) => {
    if (item.kind === 'finding') return drawFinding(scene, item)
    return item.kind === 'fault' ? drawSpell(item) : drawHeal(scene, item)
  })
}

function drawHeal(scene: Scene, { text, x, y, from }: HeadItem): readonly string[] {
  return [
    `<path class="heal" d="${line(from, y + 6, from, axisY(scene))}"/>`,
    `<text class="soft" x="${num(x)}" y="${num(y)}">${xml(text)}</text>`,
  ]
}

function drawFinding(scene: Scene, { text, x, y, from }: HeadItem): readonly string[] {
  const node = scene.focus.finding?.node
  const lane = node === undefined ? undefined : laneOf(scene, node)
  return [
    `<path class="found" d="${line(from, y - 12, from, axisY(scene))}"/>`,
    `<path class="cross" d="${cross(x + 5, y - 5, 4.5)}"/>`,
    `<text class="broken" x="${num(x + 16)}" y="${num(y)}">${xml(text)}</text>`,
    ...(lane === undefined
      ? []
      : [`<circle class="ring" cx="${num(from)}" cy="${num(lane.y)}" r="13"/>`]),
  ]
}

/** A bracket over the time that a fault lasts; it stays open where that is longer. */
function drawSpell({ text, x, y, from, to, isOpen }: HeadItem): readonly string[] {
  const bar = y + 7
  const close = isOpen ? '' : `V${num(bar + 4)}`
  const path = `M${num(from)} ${num(bar + 4)}V${num(bar)}H${num(Math.max(to, from + 3))}${close}`
  return [
    `<path class="spell" d="${path}"/>`,
    `<text x="${num(x)}" y="${num(y)}">${xml(text)}</text>`,
  ]
}
