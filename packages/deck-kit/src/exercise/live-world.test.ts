import { simulate } from '@five-pillars/simulator'
import type { Env, Node, Scenario } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import type { Change, Which } from '../hands/change.ts'
import { worldOf } from './live-world.ts'

/** `a` asks `b` every 10 ms, and emits `late` when it hears nothing for 30 ms. */
function asker(env: Env<string>): Node<string> {
  const ask = (): void => {
    env.send('b', 'ask')
    env.setTimer('ask', 10)
  }
  const listen = (): void => env.setTimer('late', 30)
  return {
    start() {
      if (env.id !== 'a') return
      ask()
      listen()
    },
    onMessage(from, msg) {
      if (msg === 'ask') env.send(from, 'told')
      else listen()
    },
    onTimer: (name) => (name === 'late' ? env.emit('late') : ask()),
  }
}

function scenario(): Scenario<string> {
  return simulate<string>({
    name: 'asker',
    nodes: ['a', 'b'],
    make: asker,
    profile: {},
    runMs: 200,
    healAt: 0.5,
    faults: [],
    always: [
      { text: 'all is told', watch: () => ({ emit: ({ node }) => `${node} was not told` }) },
    ],
  })
}

const world = worldOf({}, { scenario })
const cut: Change = { kind: 'cut', a: 'a', b: 'b', at: 31 }
const first: Which = { from: 'a', to: 'b', nth: 1, isCopy: false, label: 'ask', sentAt: 0 }

describe('a world to which something was done by hand', () => {
  test('is the same until then', async () => {
    const before = await world.run({ seed: 1, changes: [] })
    const after = await world.run({ seed: 1, changes: [cut] })
    const past = after.events.filter(({ at }) => at < cut.at)
    expect(past.length).toBeGreaterThan(10)
    expect(past).toEqual(before.events.slice(0, past.length))
    expect([before, after].map(({ findings }) => findings.length)).toEqual([0, 1])
  })

  test('is healed in the end, and links are mended before', async () => {
    const mend: Change = { kind: 'mend', a: 'a', b: 'b', at: 33 }
    const { events, findings } = await world.run({ seed: 1, changes: [cut, mend] })
    const ends = events.flatMap(({ kind, at }) => (kind === 'fault-ends' ? [at] : []))
    expect(ends).toEqual([33, 33])
    expect(findings).toEqual([])
  })

  test('has lost and late messages', async () => {
    const changes: Change[] = [
      { kind: 'lose', message: first, at: 2 },
      { kind: 'delay', message: { ...first, nth: 2, sentAt: 10 }, at: 12, byMs: 7 },
    ]
    const { events } = await world.run({ seed: 1, changes })
    expect(events).toContainEqual({ at: 2, kind: 'lose', message: 0, why: 'lost', dueAt: 5 })
    expect(events).toContainEqual({ at: 22, kind: 'deliver', message: 1 })
  })

  test('leaves out what it has no nodes for', async () => {
    const elsewhere: Change = { kind: 'cut', a: 'a', b: 'z', at: 31 }
    const { hash } = await world.run({ seed: 1, changes: [elsewhere] })
    expect(hash).toBe((await world.run({ seed: 1, changes: [] })).hash)
  })

  test('is made smaller with it, and can be changed again then', async () => {
    const changes = [cut, { kind: 'lose', message: first, at: 2 } as const]
    const small = await world.shrink({ seed: 1, changes }, () => undefined)
    const faults = small.trace.events.filter(({ kind }) => kind === 'fault')
    expect(faults).toHaveLength(1)
    const { token = '' } = small
    expect((await world.run({ seed: 1, token, changes: [] })).hash).toBe(small.trace.hash)
    const more = await world.run({ seed: 1, token, changes: [{ ...cut, at: 20 }] })
    expect(more.events.filter(({ kind }) => kind === 'fault')).toHaveLength(3)
  })
})

test('a run that ends at something unwritten is no run, but says what is missing', async () => {
  const unwritten = worldOf(
    {},
    {
      scenario: () =>
        simulate<string>({
          name: 'starter',
          nodes: ['a'],
          make: () => {
            throw new Error(
              'createHashRing is not written yet: start at part 1 in src/hash-ring.ts',
            )
          },
          profile: {},
          runMs: 10,
          faults: [],
        }),
    },
  )
  await expect(unwritten.run({ seed: 1, changes: [] })).rejects.toThrow(
    'createHashRing is not written yet: start at part 1 in src/hash-ring.ts',
  )
})
