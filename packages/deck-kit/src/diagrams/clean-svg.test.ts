import { expect, test } from 'vitest'

import { cleanSvg } from './clean-svg.ts'

test('a drawing keeps its words and loses its ballast', () => {
  const svg = `<svg viewBox="-8 -8 100.2 50" width="100%" style="max-width: 100px;">
<defs><symbol id="lamp"><path/></symbol><symbol id="used"><path/></symbol></defs>
<use href="#used"/><path data-points="W3si" d="M1.23456,-7.00001L3.5,4"/><text>pi is 3.14159</text></svg>`
  expect(cleanSvg(svg)).toBe(`<svg width="101" height="50" viewBox="-8 -8 100.2 50">
<defs><symbol id="used"><path/></symbol></defs>
<use href="#used"/><path d="M1.23,-7L3.5,4"/><text>pi is 3.14159</text></svg>`)
})
