import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitraryTrace } from '../../fixtures/arbitrary-trace.ts'
import { readTrace } from '../../fixtures/read-trace.ts'
import { overlap } from './svg/boxes.ts'
import type { Box } from './svg/boxes.ts'
import { textWidth } from './svg/text-width.ts'
import { traceSvg } from './trace-svg.ts'

const LABEL = /<text class="(?:halo|in)" x="([\d.]+)" y="([\d.]+)" text-anchor="middle">([^<]*)</g

/** Where the labels are whose places were looked for. */
function labels(svg: string): readonly Box[] {
  return [...svg.matchAll(LABEL)].map(([, x, y, text = '']) => {
    const read = text.replaceAll(/&(?:amp|lt|gt|quot);/g, '&')
    const width = Math.max(0, textWidth(read, 14) - 2)
    return { x: Number(x) - width / 2, y: Number(y) - 13, width, height: 16 }
  })
}

describe('traceSvg', () => {
  test('no label is on another one, whatever the trace', () => {
    fc.assert(
      fc.property(arbitraryTrace(), (trace) => {
        const boxes = labels(traceSvg(trace))
        const pairs = boxes.flatMap((one, index) =>
          boxes.slice(index + 1).map((other) => [one, other] as const),
        )
        expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([])
      }),
    )
  })

  test('it is as large as it may be, has no broken numbers, and closes what it opens', () => {
    fc.assert(
      fc.property(arbitraryTrace(), (trace) => {
        const svg = traceSvg(trace)
        const height = Number(/viewBox="0 0 868 ([\d.]+)"/.exec(svg)?.[1])
        expect(height).toBeLessThanOrEqual(400)
        expect(svg.replaceAll(/>[^<]*</g, '><')).not.toMatch(/NaN|Infinity|undefined/)
        expect(openAtEnd(svg)).toEqual([])
      }),
    )
  })

  test('no text is smaller than 14 units', () => {
    const sizes = [...traceSvg(readTrace('lost-write')).matchAll(/font-size: (\d+)px/g)]
    expect(Math.min(...sizes.map(([, size]) => Number(size)))).toBe(14)
  })

  test('everything that a page could confuse has the id in its name', () => {
    const svg = traceSvg(readTrace('lost-write'), { id: 'left' })
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['left', 'left-title', 'left-desc', 'left-hatch'])
    expect(svg.match(/<style>[^<]*/)?.[0].split('\n')).toSatisfy((rules: readonly string[]) =>
      rules.every((rule) => rule.replace('<style>', '').startsWith('#left')),
    )
  })

  test('an id that CSS reads as something else is refused', () => {
    expect(() => traceSvg(readTrace('lost-write'), { id: '1 {' })).toThrow('"1 {" is no id')
  })

  test('a window shows what is in it', () => {
    const svg = traceSvg(readTrace('lost-write'), { fromMs: 40, toMs: 130 })
    expect(svg).toContain('>write x = 7 → ok<')
    expect(svg).not.toContain('read x')
    expect(svg).not.toContain('leader term 2')
  })

  test('a long run up to a time is drawn up to there, from the sixty events before it', () => {
    const long = readTrace('lost-write')
    const first = long.events.find((event) => event.kind === 'send')
    if (first === undefined) throw new Error('a trace without a message')
    const events = Array.from({ length: 200 }, (_, index) => ({
      ...first,
      at: index * 10,
      message: 1000 + index,
    }))
    const svg = traceSvg({ ...long, events, findings: [], endMs: 2000 }, { toMs: 300 })
    const times = [...svg.matchAll(/>([\d,.]+) (m?s)</g)].map(
      ([, number = '', unit]) => Number(number.replaceAll(',', '')) * (unit === 's' ? 1000 : 1),
    )
    expect(times.length).toBeGreaterThan(1)
    expect(Math.max(...times)).toBeLessThanOrEqual(300)
  })
})

/** Elements that are not closed, or not in their order. */
function openAtEnd(svg: string): readonly string[] {
  const open: string[] = []
  for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (self === '/') continue
    if (close === '') open.push(name)
    else if (open.at(-1) === name) open.pop()
  }
  return open
}
