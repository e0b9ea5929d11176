import { describe, expect, test } from 'vitest'

import { markdown } from './markdown.ts'

describe('markdown', () => {
  test('headings have ids to link to', () => {
    expect(markdown('## What you *promise*')).toBe(
      '<h2 id="what-you-promise">What you <em>promise</em></h2>\n',
    )
  })

  test('what is to be ticked has a box to draw in, and no control', () => {
    const list = markdown('- [ ] Ask for the room.')
    expect(list).toContain('<span class="box" aria-hidden="true"></span> Ask for the room.')
    expect(list).not.toContain('<input')
  })

  test('raw HTML is text', () => {
    expect(markdown('a <b onclick="x()">b</b>\n\n<script>x()</script>')).not.toMatch(
      /<(?:b|script)/,
    )
  })

  test('only addresses and places on the page become links', () => {
    expect(markdown('[a](https://example.org/?a&b)')).toContain(
      'href="https://example.org/?a&amp;b"',
    )
    expect(markdown('[b](#parts)')).toContain('<a href="#parts">b</a>')
    expect(markdown('[c](hidden/manifest.ts)')).toBe('<p>c</p>\n')
    expect(markdown('[d](javascript:alert(1))')).toBe('<p>d</p>\n')
  })

  test('a table scrolls by itself, by keyboard too', () => {
    expect(markdown('| a |\n| - |\n| b |')).toMatch(/<div class="wide" tabindex="0".*<table>/)
  })

  test('code is escaped, focusable and can be copied', () => {
    const code = markdown('```ts\nif (a < b) {}\n```')
    expect(code).toContain('<code>if (a &lt; b) {}</code>')
    expect(code).toContain('tabindex="0"')
    expect(code).toContain('data-copy')
  })
})
