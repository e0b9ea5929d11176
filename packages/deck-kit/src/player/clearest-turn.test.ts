import { expect, test } from 'vitest'

import type { Point } from '../drawing/geometry.ts'
import { clearestTurn } from './clearest-turn.ts'
import { onCircle } from './layout.ts'
import { linksOf } from './links.ts'
import { smallTrace } from './small-trace.ts'

const SERVERS = ['a', 'b', 'c']

function turnFor(client: Point, talksTo: string): number {
  const events = [{ at: 0, kind: 'send', message: 0, from: 'x', to: talksTo, label: '' }] as const
  return clearestTurn(
    SERVERS,
    linksOf(smallTrace({ events })),
    [{ id: 'x', at: client }],
    (no, by) => onCircle([500, 150], [170, 100], (no + by) / SERVERS.length),
  )
}

test('a circle stands upright where no link is hidden', () => {
  expect(turnFor([100, 60], 'a')).toBe(0)
})

test('it is turned where a link would run behind a server on its way to another one', () => {
  // Upright, b and c stand side by side, and c is in the way to b.
  expect(turnFor([100, 200], 'b')).not.toBe(0)
})
