import { describe, expect, test } from 'vitest'

import type { Env } from '../contract.ts'
import { tinyWorld } from '../../fixtures/worlds/tiny.ts'
import type { Behaviour } from '../../fixtures/worlds/tiny.ts'
import type { Report } from './report.ts'
import { simulate } from './simulate.ts'

const oneSecond = { name: 'tiny', nodes: ['a', 'b'], profile: {}, faults: [], runMs: 1000 } as const

/** Runs a world in which only `a` does something. */
function runAlone(behave: (env: Env<string>) => Behaviour): Report {
  return simulate(tinyWorld((env) => (env.id === 'a' ? behave(env) : {}))).run({ seed: 1 })
}

/** Everything that a learner is told about the one finding of a run. */
function found({ findings }: Report): unknown {
  return findings.map(({ at, kind, node, text, during }) => ({ at, kind, node, text, during }))
}

describe('a handler that does what it must not is a finding with node, time and event', () => {
  test('throws', () => {
    const report = runAlone((env) => ({
      start: () => env.setTimer('boom', 20),
      onTimer() {
        throw new RangeError('no such backend')
      },
    }))
    expect(found(report)).toEqual([
      {
        at: 20,
        kind: 'threw',
        node: 'a',
        text: 'a threw RangeError: no such backend',
        during: 'timer "boom"',
      },
    ])
    expect(report.trace?.events.at(-1)).toEqual({ at: 20, kind: 'timer', node: 'a', name: 'boom' })
  })

  test('throws something that is no error', () => {
    for (const thrown of [null, undefined, 7, 'text', {}]) {
      const report = runAlone(() => ({
        start() {
          throw thrown
        },
      }))
      expect(report.findings).toMatchObject([{ kind: 'threw', node: 'a', at: 0 }])
    }
  })

  test('returns a promise', () => {
    const report = runAlone((env) => ({
      start: () => env.setTimer('later', 5),
      onTimer: async () => {},
    }))
    expect(found(report)).toEqual([
      {
        at: 5,
        kind: 'returned-promise',
        node: 'a',
        text: 'a returned a promise',
        during: 'timer "later"',
      },
    ])
  })

  test('sends to a stranger', () => {
    const report = runAlone((env) => ({ start: () => env.send('z', 'hello') }))
    expect(found(report)).toEqual([
      {
        at: 0,
        kind: 'stranger',
        node: 'a',
        text: 'a sends to "z", which is not in this world',
        during: 'start',
      },
    ])
  })

  test('swallows what tells it so', () => {
    const report = runAlone((env) => ({
      start() {
        try {
          env.send('z', 'hello')
        } catch {
          // A learner who catches everything.
        }
      },
    }))
    expect(report.findings).toMatchObject([{ kind: 'stranger' }])
  })
})

describe('a time that is none is a finding', () => {
  test.each([-1, NaN, Infinity])('sets a timer for %s ms', (ms) => {
    const report = runAlone((env) => ({ start: () => env.setTimer('tick', ms) }))
    expect(found(report)).toEqual([
      {
        at: 0,
        kind: 'bad-time',
        node: 'a',
        text: `a calls setTimer("tick", ${ms})`,
        during: 'start',
      },
    ])
  })
})

describe('what was handed over belongs to the world', () => {
  test('changes a message after sending it', () => {
    const world = simulate<{ term: number }>({
      ...oneSecond,
      make: (env) => ({
        start() {
          if (env.id !== 'a') return
          const msg = { term: 1 }
          env.send('b', msg)
          msg.term = 2
        },
        onMessage() {},
        onTimer() {},
      }),
    })
    const report = world.run({ seed: 1 })
    expect(report.findings).toMatchObject([
      { at: 0, kind: 'changed-after-handing-over', node: 'a', text: /read only/ },
    ])
  })

  test('changes a message that it got', () => {
    const world = simulate<{ terms: number[] }>({
      ...oneSecond,
      make: (env) => ({
        start() {
          if (env.id === 'a') env.send('b', { terms: [1] })
        },
        onMessage: (_, msg) => void msg.terms.push(2),
        onTimer() {},
      }),
    })
    expect(world.run({ seed: 1 }).findings).toMatchObject([
      { at: 5, kind: 'changed-after-handing-over', node: 'b', during: 'a message from a' },
    ])
  })
})

describe('a run that would not end is a finding, never a hang', () => {
  test('timers that fire at once, for ever', () => {
    const report = runAlone((env) => ({
      start: () => env.setTimer('spin', 0),
      onTimer: () => env.setTimer('spin', 0),
    }))
    expect(report.findings[0]?.kind).toBe('livelock')
    expect(report.findings[0]?.text).toBe(
      'livelock: 200,000 events in 0.00 virtual seconds; 100 % of the latest are timer "spin" of a',
    )
  })

  test('messages that beget messages', () => {
    const world = simulate(
      tinyWorld((env) => ({
        start: () => env.send(env.peers[0] ?? 'a', 'x'),
        onMessage() {
          for (const peer of env.peers) env.send(peer, 'x')
        },
      })),
    )
    const { findings } = world.run({ seed: 1 })
    expect(findings[0]).toMatchObject({ kind: 'flood', text: /^20001 messages are on their way/ })
  })

  test('one step that makes calls for ever', () => {
    const report = runAlone((env) => ({
      start() {
        for (;;) env.send('b', 'x')
      },
    }))
    expect(found(report)).toEqual([
      {
        at: 0,
        kind: 'flood',
        node: 'a',
        text: 'a makes more than 10000 calls in one step',
        during: 'start',
      },
    ])
  })
})

describe('what is not of the world', () => {
  test.each([
    ['Date.now', () => Date.now()],
    ['Math.random', () => Math.random()],
    ['setTimeout', () => setTimeout(() => {}, 1)],
  ])('%s throws and says whom to ask', (name, touch) => {
    const before = [Date.now, Math.random, setTimeout]
    const report = runAlone(() => ({ start: () => void touch() }))
    expect(report.findings[0]?.text).toMatch(new RegExp(`^a threw Error: ${name} is not of this`))
    expect([Date.now, Math.random, setTimeout]).toEqual(before)
  })

  test('a node that acts after its step, from a promise, is out of turn', () => {
    const held: (() => void)[] = []
    const world = simulate(
      tinyWorld((env) => ({
        start: () => env.setTimer('go', env.id === 'a' ? 1 : 2),
        onTimer() {
          if (env.id === 'a') held.push(() => env.send('b', 'late'))
          else for (const act of held.splice(0)) act()
        },
      })),
    )
    expect(world.run({ seed: 1 }).findings).toMatchObject([
      { at: 2, kind: 'out-of-turn', node: 'a', text: /^a acts although it is not its turn/ },
    ])
  })
})
