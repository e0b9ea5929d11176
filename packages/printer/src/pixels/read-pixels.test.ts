import { launchBrowser } from '@five-pillars/browser'
import { expect, test } from 'vitest'

import { hashSlides } from './hash-slides.ts'
import { changedSlides } from './read-pixels.ts'

const slide = (no: number, text: string): string =>
  `<section class="print-slide-container" id="${String(no).padStart(3, '0')}-01"><p>${text}</p></section>`

const SLIDES = `<style>*{margin:0} section{height:552px;position:relative}
  #dot{position:absolute;left:977px;top:550px;width:1px;height:1px}</style>
  ${Array.from({ length: 23 }, (_, index) => slide(index + 1, `words ${index}`)).join('')}`

test('a slide that changes by a pixel has another hash, and no other slide has', async () => {
  const browser = await launchBrowser({ prefer: 'packaged' })
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: SLIDES }))
    // Pages of this machine may hash.
    await page.goto('http://127.0.0.1:8080/')
    const before = await hashSlides(page)
    expect(await hashSlides(page)).toEqual(before)
    expect(new Set(Object.values(before)).size).toBe(23)
    await page.evaluate(() => {
      document.querySelector('#\\30 22-01')?.insertAdjacentHTML('beforeend', '<i id="dot"></i>')
      document.querySelector('#dot')?.setAttribute('style', 'background:#fefefe')
    })
    const after = await hashSlides(page)
    expect(changedSlides({ hand: 'h', light: after }, { hand: 'h', light: before })).toEqual([
      'slide 22 looks different, in light',
    ])
  } finally {
    await browser.close()
  }
})

test('slides that came or went are told as such', () => {
  const now = { hand: 'h', light: { 1: 'a', 2: 'b' }, dark: { 1: 'c' } }
  const accepted = { hand: 'h', light: { 1: 'a' }, dark: { 1: 'c', 2: 'd' } }
  expect(changedSlides(now, accepted)).toEqual([
    'slide 2 is new, in light',
    'slide 2 is gone, in dark',
  ])
})

test('nothing can be told where another hand has drawn', () => {
  expect(changedSlides({ hand: 'h', light: { 1: 'a' } }, { hand: 'i' })).toBeUndefined()
})
