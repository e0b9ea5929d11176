import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { raftWorld } from '../../fixtures/raft/raft-scenario.ts'
import { tinyWorld } from '../../fixtures/worlds/tiny.ts'
import { decodeToken } from '../replay/token.ts'
import { runOf } from '../replay/token-of.ts'
import type { Definition } from '../scenario/definition.ts'
import { simulate } from '../scenario/simulate.ts'
import { shrink } from '../shrink/index.ts'
import { messagesOf } from '../trace/messages-of.ts'
import type { Message } from '../trace/messages-of.ts'
import type { Trace, TraceEvent } from '../trace/trace.ts'
import type { Fault, MessageFault } from './fault.ts'

type Profile = Exclude<Definition<string>['profile'], 'swarm'>

/** Each node tells its peers its name every 10 ms. */
function chatter(profile: Profile): Definition<string> {
  return tinyWorld(
    (env) => {
      const say = (): void => {
        env.setTimer('say', 10)
        for (const peer of env.peers) env.send(peer, env.id)
      }
      return { start: say, onTimer: say }
    },
    { profile, runMs: 200 },
  )
}

function traceOf(definition: Definition<string>, seed: number, plan: readonly Fault[]): Trace {
  const { trace } = simulate(definition).run({ seed, plan, full: true })
  if (trace === null) throw new Error('a full run has a trace')
  return trace
}

/** A message that was under way at a time, in the words of a fault. */
function which(trace: Trace, { message, from, to }: Message): Pick<MessageFault, 'nth' | 'copy'> {
  const until = trace.events.findIndex((each) => each.kind === 'send' && each.message === message)
  const sent = trace.events.slice(0, until + 1).flatMap((each) => {
    return each.kind === 'send' && each.from === from && each.to === to ? [each] : []
  })
  const nth = sent.filter(({ duplicate }) => duplicate !== true).length
  return sent.at(-1)?.duplicate === true ? { nth, copy: true } : { nth }
}

interface Taken {
  readonly before: Trace
  readonly message: Message
  /** When something happens to it. */
  readonly at: number
  readonly fault: Omit<Extract<MessageFault, { kind: 'lose-message' }>, 'kind'>
}

/** A run, and a message of it that arrives, with a moment at which it is under way. */
function taken(definition: Definition<string>): fc.Arbitrary<Taken> {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  return fc.record({ seed: fc.nat(), place: share, way: share }).map(({ seed, place, way }) => {
    const before = traceOf(definition, seed, [])
    const arrived = messagesOf(before).filter(({ end }) => end?.lost === null)
    const message = arrived[Math.floor(place * (arrived.length - 1))]
    const endsAt = message?.end?.at
    if (message === undefined || endsAt === undefined) throw new Error('nothing ever arrives')
    const { from, to, sentAt } = message
    const afterUs = Math.floor(way * Math.round((endsAt - sentAt) * 1000 - 1))
    const afterMs = afterUs / 1000
    const at = Math.round(sentAt * 1000 + afterUs) / 1000
    return { before, message, at, fault: { ...which(before, message), from, to, afterMs } }
  })
}

/** All that happened until the fault, in two runs. */
function past(trace: Trace, at: number): readonly TraceEvent[] {
  const until = trace.events.findIndex((event) => event.kind === 'fault' || event.at > at)
  return trace.events.slice(0, until)
}

const rough = chatter({ spread: 'exponential', loss: 0.05, duplicate: 0.3, skewMs: 3 })

describe('a message that gets lost', () => {
  test('never arrives, and nothing before it is another one', () => {
    fc.assert(
      fc.property(taken(rough), ({ before, message, at, fault }) => {
        const after = traceOf(rough, before.seed, [{ kind: 'lose-message', ...fault }])
        const ends = after.events.filter((each) => {
          return 'message' in each && each.message === message.message && each.kind !== 'send'
        })
        expect(ends).toEqual([
          { at, kind: 'lose', message: message.message, why: 'lost', dueAt: message.end?.at },
        ])
        const same = past(after, at)
        expect(same).toEqual(before.events.slice(0, same.length))
        expect(after.events[same.length]).toMatchObject({ at, kind: 'fault', fault: 0 })
      }),
    )
  })

  test('changes nothing else in a world that does not listen', () => {
    fc.assert(
      fc.property(taken(rough), ({ before, message, fault }) => {
        const after = traceOf(rough, before.seed, [{ kind: 'lose-message', ...fault }])
        const others = ({ events }: Trace): unknown[] =>
          events.filter((each) => {
            return each.kind !== 'fault' && !('message' in each && each.message === message.message)
          })
        expect(others(after)).toEqual(others(before))
      }),
    )
  })

  test('does not take its copy with it', () => {
    const doubled = chatter({ duplicate: 1 })
    const fault = { kind: 'lose-message', from: 'a', to: 'b', nth: 3, afterMs: 1 } as const
    const lost = (plan: readonly Fault[]): unknown[] =>
      messagesOf(traceOf(doubled, 1, plan)).flatMap(({ from, to, sentAt, end }, index) =>
        end?.lost === 'lost' ? [{ from, to, sentAt, index }] : [],
      )
    const [original, copy] = [lost([fault]), lost([{ ...fault, copy: true }])]
    expect(original).toMatchObject([{ from: 'a', to: 'b', sentAt: 20 }])
    expect(copy).toMatchObject([{ from: 'a', to: 'b', sentAt: 20 }])
    expect(copy).not.toEqual(original)
  })
})

/** What becomes of the first message from `a` to `b`. */
function firstEnd(plan: readonly Fault[]): Message['end'] | undefined {
  const all = messagesOf(traceOf(chatter({}), 1, plan))
  return all.find(({ from, to }) => from === 'a' && to === 'b')?.end
}

describe('a message that is late', () => {
  test('arrives exactly so much later, and nothing before that is another one', () => {
    const byUs = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(taken(rough), byUs, ({ before, message, at, fault }, us) => {
        const plan: Fault[] = [{ kind: 'delay-message', ...fault, byMs: us / 1000 }]
        const after = traceOf(rough, before.seed, plan)
        const due = Math.round((message.end?.at ?? 0) * 1000 + us) / 1000
        const end = messagesOf(after).find((each) => each.message === message.message)?.end
        // What is due after the run never arrives in it.
        expect(end?.at ?? Infinity).toBe(due <= 200 ? due : Infinity)
        expect(end?.lost ?? null).toBe(null)
        const same = past(after, at)
        expect(same).toEqual(before.events.slice(0, same.length))
      }),
    )
  })

  test('may be late twice, and then be lost', () => {
    const one = { from: 'a', to: 'b', nth: 1 } as const
    const twice: Fault[] = [
      { kind: 'delay-message', ...one, afterMs: 1, byMs: 10 },
      { kind: 'delay-message', ...one, afterMs: 12, byMs: 20 },
    ]
    expect(firstEnd(twice)).toMatchObject({ at: 35, lost: null })
    expect(firstEnd([...twice, { kind: 'lose-message', ...one, afterMs: 30 }])).toMatchObject({
      at: 30,
      lost: 'lost',
    })
  })

  test('waits for a node that stands still like any other', () => {
    const plan: Fault[] = [
      { kind: 'pause', at: 2, for: 50, node: 'b' },
      { kind: 'delay-message', from: 'a', to: 'b', nth: 1, afterMs: 20, byMs: 10 },
      { kind: 'lose-message', from: 'c', to: 'b', nth: 1, afterMs: 30 },
    ]
    const ends = messagesOf(traceOf(chatter({}), 1, plan))
      .filter(({ to, sentAt }) => to === 'b' && sentAt === 0)
      .map(({ from, end }) => [from, end?.at, end?.lost])
    expect(ends).toEqual([
      ['a', 52, null],
      ['c', 30, 'lost'],
    ])
  })
})

describe('nothing happens', () => {
  const fault = { kind: 'lose-message', from: 'a', to: 'b', nth: 1 } as const

  test.each([
    ['to a message that is never sent', { ...fault, nth: 1000, afterMs: 0 }],
    ['to one that has arrived', { ...fault, afterMs: 5.001 }],
  ])('%s', (_, late) => {
    const calm = chatter({})
    const { events } = traceOf(calm, 1, [late])
    expect(events).toEqual(traceOf(calm, 1, []).events)
  })

  test('once the world is healed', () => {
    const healed = { ...chatter({}), healAt: 0.5 }
    const { events } = traceOf(healed, 1, [{ ...fault, nth: 15, afterMs: 1 }])
    expect(events.filter(({ kind }) => kind === 'fault' || kind === 'lose')).toEqual([])
  })
})

test('a message of a client is struck too, and its link is cut', () => {
  const world = simulate(raftWorld())
  const asked = world.run({ seed: 1, plan: [], full: true }).trace
  const message = messagesOf(asked ?? traceOf(rough, 1, [])).find(({ from }) => from === 'c1')
  const to = message?.to ?? ''
  const lose: Fault = { kind: 'lose-message', from: 'c1', to, nth: 1, afterMs: 0 }
  const lost = world.run({ seed: 1, plan: [lose], full: true }).trace
  expect(lost?.events).toContainEqual(
    expect.objectContaining({ kind: 'lose', message: message?.message, why: 'lost' }),
  )
  const cut: Fault = { kind: 'cut', at: 0, for: 5000, from: 'c1', to }
  const stopped = world.run({ seed: 1, plan: [cut], full: true }).trace
  expect(stopped?.events).toContainEqual({ at: 0, kind: 'links', cut: [['c1', to]] })
  expect(stopped?.events).toContainEqual(
    expect.objectContaining({ kind: 'lose', message: message?.message, why: 'cut' }),
  )
})

/** `a` asks `b` ten times, and is broken by one question that is not answered within 30 ms. */
const impatient = tinyWorld(
  (env) => {
    const ask = (): void => {
      env.setTimer('late', 30)
      env.send('b', 'ask')
    }
    return {
      start: () => void (env.id === 'a' && ask()),
      onMessage: (from, msg) => (msg === 'ask' ? env.send(from, 'told') : ask()),
      onTimer: () => env.emit('late'),
    }
  },
  {
    runMs: 150,
    always: [
      {
        text: 'all is told',
        watch: () => ({ emit: ({ event }) => (event === 'late' ? 'no' : null) }),
      },
    ],
  },
)

describe('a run that one message breaks', () => {
  const storm: Fault[] = [
    { kind: 'pause', at: 5, for: 20, node: 'c' },
    { kind: 'delay-message', from: 'a', to: 'b', nth: 2, afterMs: 1, byMs: 3 },
    { kind: 'lose-message', from: 'b', to: 'a', nth: 3, afterMs: 2.5 },
    { kind: 'cut', at: 1, for: 20, from: 'c', to: 'a' },
  ]

  test('is shrunk to that message, lost as soon as it is sent', async () => {
    const world = simulate(impatient)
    const { report } = await shrink(world.run, world.run({ seed: 1, plan: storm }))
    expect(report.run.plan).toEqual([
      { kind: 'lose-message', from: 'b', to: 'a', nth: 3, afterMs: 0 },
    ])
  })

  test('is shrunk to a delay that is just long enough', async () => {
    const world = simulate(impatient)
    const late: Fault = { kind: 'delay-message', from: 'a', to: 'b', nth: 2, afterMs: 1, byMs: 999 }
    const { report } = await shrink(world.run, world.run({ seed: 1, plan: [late] }))
    expect(report.run.plan).toEqual([{ ...late, afterMs: 0, byMs: 31 }])
  })

  test('is repeated by its token', () => {
    const world = simulate(impatient)
    const { token, hash } = world.run({ seed: 1, plan: storm })
    expect(world.run(runOf(decodeToken(token, 'tiny'))).hash).toBe(hash)
  })
})
