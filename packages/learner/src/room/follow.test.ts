import { setImmediate } from 'node:timers/promises'

import type { LearnerEvent } from '@five-pillars/room'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { follow, waitAfter } from './follow.ts'
import type { Heard, Pace } from './follow.ts'
import { LoopbackConsole } from './loopback-console.ts'
import type { Membership } from './membership.ts'

const NOTHING: Membership = {
  version: 1,
  origin: '',
  learner: 'learner00001',
  nickname: 'Ada',
  token: 't'.repeat(43),
  personalCode: 'ABCD-EFGH-2345',
  kit: '0.1.0',
}

/** Somebody who listens to a console, and whoever waits for what they hear. */
class Listener implements AsyncDisposable {
  readonly heard: Heard[] = []
  readonly waits: number[] = []
  readonly #ending = new AbortController()
  readonly #following: Promise<void>
  #onHeard: (() => void) | undefined
  #seen = 0

  constructor(room: LoopbackConsole, changes: Partial<Pace> & Partial<Membership> = {}) {
    const pace: Pace = {
      random: () => 0.5,
      silenceMs: 20_000,
      // Nobody waits in a test, but other things have their turn.
      wait: async (ms) => {
        this.waits.push(ms)
        await setImmediate()
      },
      ...changes,
    }
    const membership = { ...NOTHING, origin: room.origin, ...changes }
    const on = (heard: Heard): void => {
      this.heard.push(heard)
      this.#onHeard?.()
    }
    this.#following = follow(membership, { on, signal: this.#ending.signal, pace })
  }

  /** Resolves with the next thing of that kind. */
  async hears(kind: Heard['kind'] | LearnerEvent['kind']): Promise<Heard> {
    for (;;) {
      for (const heard of this.heard.slice(this.#seen)) {
        this.#seen += 1
        const own = heard.kind === 'heard' ? heard.event.kind : heard.kind
        if (own === kind) return heard
      }
      await new Promise<void>((resolve) => (this.#onHeard = resolve))
    }
  }

  ended(): Promise<void> {
    return this.#following
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort()
    await this.#following
  }
}

describe('who listens to a console', () => {
  test('hears all that is true first, then what comes, without what a terminal would obey', async () => {
    await using room = await new LoopbackConsole().open()
    room.welcome = { isHandRaised: true }
    await using ear = new Listener(room)
    expect(await ear.hears('linked')).toEqual({ kind: 'linked', kit: '0.1.0' })
    expect(await ear.hears('welcome')).toMatchObject({ event: { isHandRaised: true } })
    room.tell({ kind: 'announcement', text: 'Coffee\u001B[2J is \u0007ready.\nCome.', at: 1 })
    expect(await ear.hears('announcement')).toMatchObject({
      event: { text: 'Coffee is ready.\nCome.' },
    })
  })

  test('comes back by itself after a cut, a kill, and a while of nothing', async () => {
    await using room = await new LoopbackConsole().open()
    await using ear = new Listener(room)
    await ear.hears('welcome')
    room.cutStreams()
    await ear.hears('away')
    await ear.hears('welcome')
    await room.kill()
    await ear.hears('away')
    await ear.hears('away')
    await room.open()
    expect(await ear.hears('welcome')).toMatchObject({ event: { now: null } })
  })

  test('is told from one that was refused for now', async () => {
    await using room = await new LoopbackConsole().open()
    const refusal = { code: 'not-ready', message: 'Soon.', retryAfter: 7 } as const
    room.refuse = (path) => (path === '/api/events' ? { status: 503, refusal } : undefined)
    await using ear = new Listener(room)
    expect(await ear.hears('away')).toEqual({ kind: 'away', isStrange: false })
    room.refuse = () => undefined
    await ear.hears('welcome')
    expect(ear.waits[0]).toBe(7000)
  })
})

describe('a way that is cut', () => {
  test('is noticed where nothing comes any more', async () => {
    await using room = await new LoopbackConsole().open()
    await using ear = new Listener(room, { silenceMs: 50 })
    await ear.hears('welcome')
    expect(await ear.hears('away')).toEqual({ kind: 'away', isStrange: false })
    await ear.hears('welcome')
  })

  test('leads to something else: the token is not sent there', async () => {
    await using room = await new LoopbackConsole().open()
    const refusal = { code: 'unknown', message: 'What?' } as const
    room.refuse = (path) => (path === '/api/hello' ? { status: 404, refusal } : undefined)
    await using ear = new Listener(room)
    await ear.hears('away')
    await ear.hears('away')
    expect(room.log).toEqual([])
  })
})

describe('the end', () => {
  test.each(['elsewhere', 'removed', 'forgotten'] as const)('is the word %s', async (why) => {
    await using room = await new LoopbackConsole().open()
    await using ear = new Listener(room)
    await ear.hears('welcome')
    room.tell({ kind: 'gone', why })
    await ear.ended()
    expect(ear.heard.at(-1)).toEqual({ kind: 'gone', why })
  })

  test('is a token that is not known', async () => {
    await using room = await new LoopbackConsole().open()
    await using ear = new Listener(room, { token: 'x'.repeat(43) })
    await ear.ended()
    expect(ear.heard).toEqual([{ kind: 'gone', why: 'unknown' }])
  })
})

test('waits grow from a quarter of a second to four seconds at most, each in its own time', () => {
  fc.assert(
    fc.property(
      fc.nat(2000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failed, random) => {
        const ms = waitAfter(failed, random)
        expect(ms).toBeGreaterThanOrEqual(250)
        expect(ms).toBeLessThanOrEqual(4000)
        expect(waitAfter(failed + 1, random)).toBeGreaterThanOrEqual(ms)
      },
    ),
  )
})
