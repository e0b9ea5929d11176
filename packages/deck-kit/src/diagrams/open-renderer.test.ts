import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openRenderer } from './open-renderer.ts'
import type { Drawn, Renderer } from './open-renderer.ts'

const START_LIMIT_MS = 60_000
const code = 'flowchart LR\n  accTitle: Way\n  accDescr: From a to b\n  a[one] --> b:::present'

let renderer: Renderer

beforeAll(async () => {
  renderer = await openRenderer()
}, START_LIMIT_MS)

afterAll(async () => {
  await renderer.close()
})

function svgOf(drawn: Drawn): string {
  return drawn.kind === 'svg' ? drawn.svg : drawn.message
}

describe('openRenderer', () => {
  test(
    'the same diagram gives the same drawing, with its words',
    async () => {
      const drawings = [
        await renderer.draw(code, 'light', 'x'),
        await renderer.draw('flowchart LR\n  a --> b', 'light', 'y'),
        await renderer.draw(code, 'light', 'x'),
      ].map(svgOf)
      expect(drawings[2]).toBe(drawings[0])
      expect(drawings[0]).toContain('<title')
      expect(drawings[0]).toContain('From a to b')
      expect(drawings[0]).toContain('var(--fp-accent-fill)')
    },
    START_LIMIT_MS,
  )

  test(
    'shapes that are drawn as if by hand are the same in every drawing, too',
    async () => {
      const round = 'flowchart LR\n  a([round]) --> b[[double]] --> c[(disk)] --> d{{six}}'
      const first = svgOf(await renderer.draw(round, 'light', 'x'))
      expect(svgOf(await renderer.draw(round, 'light', 'x'))).toBe(first)
    },
    START_LIMIT_MS,
  )

  test(
    'dark paper has drawings of its own',
    async () => {
      const light = svgOf(await renderer.draw(code, 'light', 'x'))
      const dark = svgOf(await renderer.draw(code, 'dark', 'x'))
      expect(dark).not.toBe(light)
    },
    START_LIMIT_MS,
  )

  test(
    'a broken diagram is an error with its line, and the next one is drawn',
    async () => {
      const broken = await renderer.draw('flowchart LR\n  a --> --> b', 'light', 'x')
      expect(broken).toMatchObject({ kind: 'error', message: expect.stringContaining('line 2') })
      expect((await renderer.draw(code, 'light', 'x')).kind).toBe('svg')
    },
    START_LIMIT_MS,
  )
})
