import { readFileSync } from 'node:fs'

import { pillars } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import { colorDistance, seenBy } from './color-blindness.ts'
import { contrast } from './contrast.ts'
import { readTokens, token } from './read-tokens.ts'

const papers = Object.entries(readTokens())
const hues = [...pillars.map((each) => each.id), 'neutral']

/** WCAG 2.2 AA: text, and shapes that carry meaning. */
const TEXT = 4.5
const SHAPE = 3

describe('tokens', () => {
  test('both papers have the same colours', () => {
    const { light, dark } = readTokens()
    expect([...dark.keys()]).toEqual([...light.keys()])
  })

  test('every hue has a line, a fill and a text on both papers', () => {
    const wanted = hues.flatMap((hue) => ['line', 'fill', 'text'].map((step) => `${hue}-${step}`))
    for (const [, tokens] of papers)
      expect([...tokens.keys()]).toEqual(expect.arrayContaining(wanted))
  })

  test('each pillar can be the accent', () => {
    const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')
    for (const { id } of pillars) {
      expect(css).toContain(`[data-pillar='${id}']`)
      for (const step of ['line', 'fill', 'text']) {
        expect(css).toContain(`--fp-accent-${step}: var(--fp-${id}-${step});`)
      }
    }
  })
})

describe.each(papers)('on %s paper', (_, tokens) => {
  const of = (one: string, other: string): number =>
    contrast(token(tokens, one), token(tokens, other))

  test.each(['ink', 'ink-soft', 'fault-text'])('%s is read on both surfaces', (ink) => {
    expect(of(ink, 'paper')).toBeGreaterThanOrEqual(TEXT)
    expect(of(ink, 'paper-raised')).toBeGreaterThanOrEqual(TEXT)
  })

  test.each(hues)('%s is read as text, seen as a line and as a shape, and carries ink', (hue) => {
    expect(of(`${hue}-text`, 'paper')).toBeGreaterThanOrEqual(TEXT)
    expect(of(`${hue}-text`, 'paper-raised')).toBeGreaterThanOrEqual(TEXT)
    expect(of(`${hue}-line`, 'paper')).toBeGreaterThanOrEqual(SHAPE)
    expect(of(`${hue}-fill`, 'paper')).toBeGreaterThanOrEqual(SHAPE)
    expect(of('ink', `${hue}-fill`)).toBeGreaterThanOrEqual(TEXT)
  })

  test('rules and what is broken are seen on the paper', () => {
    expect(of('line', 'paper')).toBeGreaterThanOrEqual(SHAPE)
    expect(of('fault-line', 'paper')).toBeGreaterThanOrEqual(SHAPE)
  })

  test.each(['protanopia', 'deuteranopia', 'tritanopia'] as const)(
    'the lines of two pillars differ for %s',
    (kind) => {
      const lines = pillars.map(({ id }) => ({
        id,
        seen: seenBy(kind, token(tokens, `${id}-line`)),
      }))
      const pairs = lines.flatMap((one, index) =>
        lines.slice(index + 1).map((other) => ({
          pair: `${one.id} and ${other.id}`,
          distance: colorDistance(one.seen, other.seen),
        })),
      )
      // In OKLab 0.02 is just noticeable side by side; four times that is told apart.
      expect(pairs.filter(({ distance }) => distance < 0.08)).toEqual([])
    },
  )
})
