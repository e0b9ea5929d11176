import path from 'node:path'

import { decisionPlace } from '@five-pillars/content'
import { spawn } from '@lydell/node-pty'
import { describe, expect, test } from 'vitest'

import { look } from '../companion/played-day.ts'
import type { Played } from '../companion/played-day.ts'

const DOWN = '\u001B[B'

function play(what: 'ask' | 'review'): Played {
  return look(
    spawn(process.execPath, [path.join(import.meta.dirname, 'played-dialog.ts'), what], {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      env: { ...process.env, NO_COLOR: '1', TERM: 'xterm-256color' },
    }),
  )
}

describe('a dialog at a real terminal', { timeout: 60_000 }, () => {
  test('goes by arrows and numbers, back and on, and leaves what it came to', async () => {
    await using ask = play('ask')
    await ask.sees('What hurts?', '> 1  It is slow', 'b back')
    ask.press(`${DOWN}${DOWN}\r`)
    await ask.sees('What would destroy it?', 'question 2')
    ask.resize(50, 14)
    // The notes of what is not picked make room.
    const narrow = await ask.sees('What would destroy it?', 'q quit')
    expect(Math.max(...narrow.split(/\r*\n/).map((line) => line.length))).toBeLessThanOrEqual(50)
    expect(narrow).not.toContain('Replicas repeat')
    ask.press('b')
    await ask.sees('What hurts?')
    ask.press('3')
    await ask.sees('What would destroy it?')
    ask.press('2')
    await ask.sees('What to do', 'Backup and restore', 'lines 1–')
    ask.press('\u001B[F')
    await ask.sees('npx five-pillars ask lost-mistake')
    ask.press('\r')
    expect(await ask.ended()).toBe(0)
    const left = await ask.sees('State: Where does the data live', 'present state')
    expect(left).toContain('npx five-pillars ask lost-mistake')
    expect(decisionPlace('lost-mistake').trail).toHaveLength(2)
  })

  test('has a clock that runs by itself, and is left by Ctrl-C at any moment', async () => {
    await using review = play('review')
    await review.sees('1 of 15', 'left')
    review.press('2')
    const before = await review.sees('2 of 15')
    const time = /\d:\d\d left/.exec(before)?.[0] ?? ''
    expect(time).not.toBe('')
    // The next second is drawn though nobody presses anything.
    const [, minutes = '', seconds = ''] = /(\d):(\d\d)/.exec(time) ?? []
    const next = Number(minutes) * 60 + Number(seconds) - 1
    await review.sees(`${Math.floor(next / 60)}:${String(next % 60).padStart(2, '0')} left`)
    review.press('\u0003')
    expect(await review.ended()).toBe(0)
    await review.sees('Left after 1 of 15 answers', 'npx five-pillars review --from s-')
  })
})
