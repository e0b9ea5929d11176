import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { advance, advanceStep, atStart, seek, step, toggle } from './playback.ts'
import type { Playback } from './playback.ts'
import { prepareRun } from './run.ts'
import { smallTrace } from './small-trace.ts'

const finding = { kind: 'invariant', rule: 'one leader', text: 'two leaders' }
const run = prepareRun(
  smallTrace({
    events: [
      { at: 100, kind: 'start', node: 'a' },
      { at: 300, kind: 'crash', node: 'a' },
      { at: 700, kind: 'restart', node: 'a' },
    ],
    findings: [
      { at: 400, ...finding },
      { at: 600, ...finding },
    ],
  }),
)
const playing: Playback = { ...atStart, isPlaying: true }

function playOn(from: Playback, frames: number, next: (each: Playback) => Playback): Playback {
  return Array.from({ length: frames }).reduce<Playback>((each) => next(each), from)
}

describe('playing', () => {
  test('never goes back, nor beyond the end, whatever the frames are', () => {
    const frame = fc.double({ min: -10, max: 5000, noNaN: true })
    fc.assert(
      fc.property(fc.array(frame), frame, (frames, tempo) => {
        let present = { ...playing, tempo: Math.abs(tempo) + 0.01 }
        for (const ms of frames) {
          const next = advance(present, ms, run)
          expect(next.at).toBeGreaterThanOrEqual(present.at)
          expect(next.at).toBeLessThanOrEqual(run.endMs)
          present = { ...next, isPlaying: true }
        }
      }),
    )
  })

  test('moves by the pace of the run, and a frame that took long does not jump', () => {
    const second = playOn(playing, 100, (each) => advance(each, 10, run))
    expect(second.at).toBeCloseTo(run.paceMs)
    expect(advance(playing, 60_000, run).at).toBeCloseTo(run.paceMs / 10)
  })

  test('stops at the first finding, and goes on to the end from there', () => {
    const found = playOn(playing, 1000, (each) => advance(each, 100, run))
    expect(found).toEqual({ at: 400, isPlaying: false, tempo: 1 })
    const end = playOn(toggle(found, run), 1000, (each) => advance(each, 100, run))
    expect(end).toEqual({ at: run.endMs, isPlaying: false, tempo: 1 })
    expect(toggle(end, run)).toEqual(playing)
  })

  test('without motion shows one picture after the other, and stops at the same places', () => {
    const times: number[] = []
    let present = playing
    while (present.isPlaying) {
      present = advanceStep(present, run)
      times.push(present.at)
    }
    expect(times).toEqual([100, 300, 400])
  })
})

describe('a stage that stands', () => {
  test('does not move by itself', () => {
    expect(advance(atStart, 100, run)).toBe(atStart)
    expect(advanceStep(atStart, run)).toBe(atStart)
  })

  test('steps forward through everything that happens and back through the same', () => {
    const forward = [1, 2, 3, 4, 5, 6, 7].map(
      (count) => playOn(atStart, count, (each) => step(each, 1, run)).at,
    )
    expect(forward).toEqual([100, 300, 400, 600, 700, 1000, 1000])
    const end = seek(atStart, 1000, run)
    const back = [1, 2, 3, 4, 5, 6, 7].map(
      (count) => playOn(end, count, (each) => step(each, -1, run)).at,
    )
    expect(back).toEqual([700, 600, 400, 300, 100, 0, 0])
  })

  test('steps from anywhere to what is nearest in that direction', () => {
    const at = fc.double({ min: 0, max: 1000, noNaN: true })
    fc.assert(
      fc.property(at, (time) => {
        const from = seek(playing, time, run)
        expect(from.isPlaying).toBe(false)
        expect(step(from, 1, run).at).toBeGreaterThanOrEqual(time)
        expect(step(from, -1, run).at).toBeLessThanOrEqual(time)
      }),
    )
  })

  test('is brought into the run', () => {
    expect([seek(atStart, -5, run).at, seek(atStart, 5000, run).at]).toEqual([0, 1000])
  })
})
