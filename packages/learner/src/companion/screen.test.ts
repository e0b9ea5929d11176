import { stripVTControlCharacters } from 'node:util'

import { describe, expect, test } from 'vitest'

import { noProgress, untouched } from '../progress/progress.ts'
import { withLetters } from './console-of.ts'
import { aCheck, aState } from './made-up.ts'
import { frameOf } from './screen.ts'
import type { State } from './state.ts'

const failed = aState({ last: aCheck('quorum', false), note: 'There is no run to repeat.' })
const passed = aState({
  last: aCheck('quorum', true),
  progress: {
    ...noProgress,
    exercises: {
      quorum: { ...untouched, passedAt: 1, graded: { points: 60, total: 100 } },
    },
  },
})

function screen(state: State, columns: number, rows: number): string {
  return `\n${frameOf(state, { columns, rows, color: false }).lines.join('\n')}\n`
}

describe('the screen', () => {
  test('shows a failure in 80 columns', () => {
    expect(screen(failed, 80, 22)).toMatchInlineSnapshot(`
      "
      Truth / quorum                                                  3 of 20 · 0 done
      Edit exercises/truth/quorum/src/quorum.ts
      ────────────────────────────────────────────────────────────────────────────────
      ✗ quorum  failed  1 of 2 open checks

        While testing: counting > two of three are enough

        Two of three said yes, and hasQuorum answered false.

        Brief: promise 7, line 39 of README.md: b shows it
        Page 5 of truth-handout.pdf: “Two of three always meet two of three”
        Again: press r

      Kept as your version 3. Checked in 123 ms.



      There is no run to repeat.
      ────────────────────────────────────────────────────────────────────────────────
      Enter check  n next  b brief  h hint  d diagram  r replay  v versions  x reset
      s skip  c catch up  g go to  p progress  a ask for help  u submit  q quit
      "
    `)
  })

  test('shows a success in 60 columns, and what comes next', () => {
    expect(screen(passed, 60, 22)).toMatchInlineSnapshot(`
      "
      Truth / quorum           3 of 20 · 1 done · 60 of 100 points
      Edit exercises/truth/quorum/src/quorum.ts
      ────────────────────────────────────────────────────────────
      ✓ quorum  2 of 2 open checks

      Every open check is kept. The graded tests know more
      stories: b shows what they may ask.
      Milestone: First light

      Next: health-checker (Control, 35 minutes). Press n when you
      are ready.

      Kept as your version 3. Checked in 123 ms.




      ────────────────────────────────────────────────────────────
      Enter check  n next  b brief  h hint  d diagram  r replay
      v versions  x reset  s skip  c catch up  g go to  p progress
      a ask for help  u submit  q quit
      "
    `)
  })
})

describe('the same screen', () => {
  test('says the same without colours and with them', () => {
    for (const state of [failed, passed]) {
      const size = { columns: 80, rows: 24 }
      const colored = frameOf(state, { ...size, color: true }).lines
      const plain = frameOf(state, { ...size, color: false }).lines
      expect(colored.join('')).toContain('\u001B[')
      expect(colored.map(stripVTControlCharacters)).toEqual(plain)
    }
  })

  test('says the same in letters, and as wide', () => {
    const { lines } = frameOf(failed, { columns: 80, rows: 24, color: false })
    for (const line of lines) {
      expect(withLetters(line)).toMatch(/^[\u0020-\u007E]*$/)
      expect(withLetters(line)).toHaveLength(line.length)
    }
  })

  test('begins a brief at the promise that was broken, and can be scrolled', () => {
    const promises = Array.from({ length: 30 }, (_, index) => `${index + 1}. Promise ${index + 1}.`)
    const link = { file: '', line: 23, promise: 21, text: '', talk: null }
    const markdown = ['## The promises', '', ...promises].join('\n')
    const reading = aState({ view: { kind: 'brief', markdown, link } })
    const size = { columns: 60, rows: 16, color: false }
    const { lines, top, room, length } = frameOf(reading, size)
    expect(lines).toContain('> 21. Promise 21.')
    expect(lines).not.toContain('  The promises')
    expect(lines.some((line) => line.includes(`lines ${top + 1}–${top + room} of ${length}`))).toBe(
      true,
    )
    expect(frameOf({ ...reading, top: 0 }, size).lines).toContain('  The promises')
  })

  test('names the pillar, or all five where the exercise is made of the others', () => {
    const size = { columns: 60, rows: 20, color: false }
    expect(frameOf(aState({ slug: 'autoscaler' }), size).lines[0]).toMatch(/^Intelligence \/ auto/)
    expect(frameOf(aState({ slug: 'game-day' }), size).lines[0]).toMatch(/^All five \/ game-day /)
  })

  test('says how to come back from what a key opened', () => {
    const size = { columns: 60, rows: 20, color: false }
    const isTold = (state: State): boolean =>
      frameOf(state, size).lines.some((line) => /^──.* Esc goes back ─/.test(line))
    expect(isTold(aState({ ...failed, view: { kind: 'progress' } }))).toBe(true)
    expect(isTold(failed)).toBe(false)
  })

  test('gives a command that does not fit beside its sentence a line to itself', () => {
    const command = 'npx five-pillars catchup health-checker --passphrase <words>'
    const note = `It is sealed. Ask your host for the passphrase, then run: ${command}`
    expect(frameOf({ ...failed, note }, { columns: 60, rows: 24, color: false }).lines).toContain(
      command,
    )
  })
})
