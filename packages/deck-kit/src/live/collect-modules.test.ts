import { expect, test } from 'vitest'

import { relocate, requestOf, withoutChange } from './collect-modules.ts'
import { ORIGIN } from './kept-page.ts'

test('a page’s address of a module is that of Vite', () => {
  expect(requestOf('/a%20b/c.vue?vue&type=style&index=0&lang.css')).toBe(
    '/a b/c.vue?vue&type=style&index=0&lang.css',
  )
  expect(requestOf('/@id/__x00__/__uno.css')).toBe('\0/__uno.css')
  expect(requestOf('/@id/~icons/ph/check')).toBe('~icons/ph/check')
  expect(requestOf('/a.json?import')).toBe('/a.json')
  expect(requestOf('/a.md?import&v=12345678')).toBe('/a.md?v=12345678')
  expect(requestOf('/a.md?v=12345678&import')).toBe('/a.md?v=12345678')
})

test('the mark of a change is taken away, and no other', () => {
  expect(withoutChange('/a.ts?t=1795734026762')).toBe('/a.ts')
  expect(withoutChange('/a.ts?import&t=1795734026762')).toBe('/a.ts?import')
  expect(withoutChange('/a.ts?t=1795734026762&import')).toBe('/a.ts?import')
  expect(withoutChange('/a.ts?v=12345678')).toBe('/a.ts?v=12345678')
})

test('imports of a module that lies elsewhere have the whole address, in the next version', () => {
  const code = `import { a } from "/a.ts?t=1795734026762"
export * from '/b.ts?v=00000000'
export { c, d } from "/c.ts"
const text = '😀 import("/no.ts")'
export const later = () => import('/d.ts')
import.meta.hot.accept("/a.ts")
import.meta.env = {}`
  expect(relocate(code, 'abcdef01')).toBe(`import { a } from "${ORIGIN}/a.ts"
export * from "${ORIGIN}/b.ts?v=abcdef01"
export { c, d } from "${ORIGIN}/c.ts"
const text = '😀 import("/no.ts")'
export const later = () => import("${ORIGIN}/d.ts")
import.meta.hot.accept("/a.ts")
import.meta.env = {}`)
})

test('a module that asks for its own address, or for one it makes up, stays where it is', () => {
  const codes = [
    'new URL("a.png", import.meta.url)',
    'import(name)',
    'import(`/${name}.ts`)',
    'import "./a.ts"',
    'export const meta = import.meta',
  ]
  expect(codes.filter((code) => relocate(code, 'abcdef01') !== undefined)).toEqual([])
})
