import { describe, expect, test } from 'vitest'

import { durationText, timeText } from './time-text.ts'

describe('timeText', () => {
  test.each([
    [0, '0 ms'],
    [-0, '0 ms'],
    [203.412, '203.412 ms'],
    [999.9996, '1 s'],
    [1200, '1.2 s'],
    [61_234.5678, '61.235 s'],
    [-1500, '-1.5 s'],
  ])('%d ms reads %s', (ms, text) => {
    expect(timeText(ms)).toBe(text)
  })
})

describe('durationText', () => {
  test.each([
    [30, '30 ms'],
    [499.5, '499.5 ms'],
    [500, '0.5 s'],
    [1250, '1.25 s'],
  ])('%d ms reads %s', (ms, text) => {
    expect(durationText(ms)).toBe(text)
  })
})
