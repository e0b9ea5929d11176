import fc from 'fast-check'
import { expect, test } from 'vitest'

import { rebased, relativeFrom } from './relative.ts'

const part = fc.stringMatching(/^[a-z0-9-]{1,8}$/)
const address = fc.array(part, { maxLength: 4 }).map((parts) => ['', ...parts, ''].join('/'))

test('an address means the same below any path, from a page at any depth', () => {
  fc.assert(
    fc.property(address, address, address, (base, at, to) => {
      const markup = relativeFrom(at, `<a href="${to}#x">`)
      const href = /href="([^"]*)"/.exec(markup)?.[1] ?? ''
      const page = `http://127.0.0.1${base}${at.slice(1)}`
      expect(new URL(href, page).href).toBe(`http://127.0.0.1${base}${to.slice(1)}#x`)
    }),
  )
})

test('addresses elsewhere, on the same page and in text stay as they are', () => {
  const markup =
    '<a href="https://example.org/"></a><a href="#x"></a><a href="//x"></a> src=&quot;/y'
  expect(relativeFrom('/a/b/', markup)).toBe(markup)
})

test('a page that stands for any address is put below a base', () => {
  expect(rebased('/pillars/', '<a href="/"></a><script src="/assets/hub.js">')).toBe(
    '<a href="/pillars/"></a><script src="/pillars/assets/hub.js">',
  )
})
