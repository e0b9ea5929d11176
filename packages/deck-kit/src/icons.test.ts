import { pillars } from '@five-pillars/content'
import { expect, test } from 'vitest'

import { pillarIcons } from './icons.ts'

test('each pillar has a drawing of its own, in lines only', () => {
  const drawings = pillars.map(({ id }) => pillarIcons[id])
  expect(new Set(drawings).size).toBe(pillars.length)
  for (const drawing of drawings) expect(drawing).not.toMatch(/fill=|stroke=|<text|<image/)
})
