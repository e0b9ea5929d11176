import fc from 'fast-check'
import { create } from 'qrcode'
import { expect, test } from 'vitest'

import { qrDrawing } from './qr-path.ts'

const STRIP = /M(\d+) (\d+)h(\d+)v1h-\3z/gu
/** Modules around the code that stay light. */
const QUIET = 4

test('the path covers the dark modules of the code and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (text) => {
      const { size, path } = qrDrawing(text)
      expect(path.replaceAll(STRIP, '')).toBe('')
      const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
      for (const [, x = '', y = '', width = ''] of path.matchAll(STRIP)) {
        drawn[Number(y)]?.fill(1, Number(x), Number(x) + Number(width))
      }
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      const wanted = drawn.map((row, y) =>
        row.map((_, x) => {
          const inside = [x - QUIET, y - QUIET].every((at) => at >= 0 && at < modules.size)
          return inside ? modules.get(y - QUIET, x - QUIET) : 0
        }),
      )
      expect(drawn.map((row) => row.join(''))).toEqual(wanted.map((row) => row.join('')))
    }),
    { numRuns: 10 },
  )
})
