import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { tinyWorld } from '../../fixtures/worlds/tiny.ts'
import type { Behaviour } from '../../fixtures/worlds/tiny.ts'
import type { Env } from '../contract.ts'
import { faultKindsTried, oneOfEach } from '../../fixtures/worlds/one-of-each.ts'
import type { Fault } from '../faults/fault.ts'
import { simulate } from '../scenario/simulate.ts'
import type { Report } from '../scenario/report.ts'
import { EventQueue } from './event-queue.ts'
import { newAct } from './sim-event.ts'

/** Runs nodes that behave alike under a plan; what they note comes back as lines. */
function run(
  plan: readonly Fault[],
  behave: (env: Env<string>, note: (text: string) => void) => Behaviour,
): { report: Report; notes: string[] } {
  const notes: string[] = []
  const world = simulate(
    tinyWorld((env) => behave(env, (text) => void notes.push(`${env.id} ${env.now()} ${text}`))),
  )
  return { report: world.run({ seed: 1, plan }), notes }
}

/** Each node sends its name to all others every 10 ms, and notes what it hears. */
function chatter(env: Env<string>, note: (text: string) => void): Behaviour {
  const say = (): void => {
    env.setTimer('say', 10)
    for (const peer of env.peers) env.send(peer, env.id)
  }
  return { start: say, onTimer: say, onMessage: (from) => note(`hears ${from}`) }
}

/** Counts starts on the disk; writes once before a sync and once after it. */
function keeper(env: Env<string>, note: (text: string) => void): Behaviour {
  return {
    start() {
      note(`finds ${env.disk.get<string>('synced')} and ${env.disk.get<string>('unsynced')}`)
      env.disk.put('synced', 'S')
      env.disk.sync()
      env.disk.put('unsynced', 'U')
    },
  }
}

/** Notes each tenth of a second of its own clock. */
function ticker(env: Env<string>, note: (text: string) => void): Behaviour {
  return {
    start: () => env.setTimer('tick', 100),
    onTimer() {
      note('tick')
      env.setTimer('tick', 100)
    },
  }
}

test('the queue gives what was put in, by time, then tie, then number', () => {
  const event = fc.record({ at: fc.nat(5), tie: fc.nat(3) })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), (entries) => {
      const queue = new EventQueue<string>()
      const all = entries.map(({ at, tie }, number) => ({
        ...newAct<string>(at, tie, undefined, () => {}, undefined),
        number,
      }))
      for (const each of all) queue.push(each)
      const sorted = all.toSorted((a, b) => a.at - b.at || a.tie - b.tie || a.number - b.number)
      expect(all.map(() => queue.pop())).toEqual(sorted)
      expect(queue.pop()).toBeUndefined()
    }),
  )
})

describe('a partition', () => {
  const plan: Fault[] = [{ kind: 'partition', at: 52, for: 100, groups: [['a'], ['b', 'c']] }]

  test('stops messages between its groups, and those on their way when it begins', () => {
    const { notes } = run(plan, chatter)
    const between = notes.filter((line) => /^(?:a|[bc] .* hears a$)/.test(line))
    const times = between.map((line) => Number(line.split(' ')[1]))
    expect(times.filter((at) => at >= 52 && at < 152)).toEqual([])
    // Sent at 50, when all was well, they would have arrived at 55.
    expect(times).toContain(45)
    expect(times).not.toContain(55)
  })

  test('leaves its groups alone, and ends', () => {
    const { notes } = run(plan, chatter)
    expect(notes).toContain('b 105 hears c')
    expect(notes).toContain('a 155 hears b')
  })

  test('isolates whoever is in no group', () => {
    const only: Fault[] = [{ kind: 'partition', at: 0, for: 1000, groups: [['b', 'c']] }]
    const { notes } = run(only, chatter)
    expect(notes.filter((line) => line.startsWith('a'))).toEqual([])
    expect(notes).toContain('b 5 hears c')
  })
})

test('a cut link lets the other way through', () => {
  const { notes } = run([{ kind: 'cut', at: 0, for: 1000, from: 'a', to: 'b' }], chatter)
  expect(notes.filter((line) => line.startsWith('b') && line.endsWith('hears a'))).toEqual([])
  expect(notes).toContain('a 5 hears b')
  expect(notes).toContain('c 5 hears a')
})

const crash: Fault = { kind: 'crash', at: 55, for: 20, node: 'a' }

describe('the disk of a node that crashes', () => {
  test('loses what was not synced, and keeps what was', () => {
    const { notes } = run([crash], keeper)
    expect(notes.filter((line) => line.startsWith('a'))).toEqual([
      'a 0 finds undefined and undefined',
      'a 75 finds S and undefined',
    ])
  })

  test('gives back the synced value of a key that was written again', () => {
    const { notes } = run([crash], (env, note) => ({
      start() {
        note(`finds ${env.disk.get<string>('k')}`)
        if (env.disk.get('k') !== undefined) return
        env.disk.put('k', 'old')
        env.disk.sync()
        env.disk.put('k', 'new')
        env.disk.put('k', 'newer')
      },
    }))
    expect(notes).toContain('a 75 finds old')
  })

  test('may tear the last write, and leaves those before it', () => {
    const { notes } = run([{ ...crash, disk: 'torn' }], (env, note) => ({
      start() {
        note(`finds ${env.disk.get<string>('one')} and ${env.disk.get<string>('two')}`)
        env.disk.put('one', '1')
        env.disk.put('two', '2')
      },
    }))
    expect(notes).toContain('a 75 finds 1 and undefined')
  })
})

describe('a crash', () => {
  test('ends the timers of that life, and the messages that come meanwhile', () => {
    const { notes, report } = run([crash], (env, note) => ({
      start() {
        note('starts')
        if (env.now() === 0) env.setTimer('old', 60)
        env.setTimer('tick', 10)
      },
      onTimer(name) {
        if (name === 'old') note('an old timer fires')
        else {
          env.setTimer('tick', 10)
          if (env.id === 'b') env.send('a', 'x')
        }
      },
      onMessage: () => note('hears'),
    }))
    expect(notes.filter((line) => line.includes('old'))).toEqual([
      'b 60 an old timer fires',
      'c 60 an old timer fires',
    ])
    const heard = notes.filter((line) => line.startsWith('a') && line.endsWith('hears'))
    expect(
      heard.map((line) => Number(line.split(' ')[1])).filter((at) => at > 50 && at < 76),
    ).toEqual([75])
    expect(report.coverage).toMatchObject({ crash: 1, restart: 1 })
  })

  test('makes a new object, with a stream of chance of its own', () => {
    const drawn: number[] = []
    run([crash], (env) => ({
      start() {
        if (env.id === 'a') drawn.push(env.rng.next())
      },
    }))
    expect(new Set(drawn).size).toBe(2)
  })
})

test('a pause makes messages and timers late, in their order, and the clock goes on', () => {
  const { notes } = run([{ kind: 'pause', at: 52, for: 100, node: 'a' }], (env, note) => ({
    start: () => env.setTimer('tick', 10),
    onTimer(name) {
      note(name)
      env.setTimer('tick', 10)
      if (env.id === 'b' && env.now() < 90) env.send('a', String(env.now()))
    },
    onMessage: (_, msg) => note(`hears ${msg}`),
  }))
  const late = notes.filter((line) => line.startsWith('a 152'))
  expect(late).toEqual([
    'a 152 hears 50',
    'a 152 tick',
    'a 152 hears 60',
    'a 152 hears 70',
    'a 152 hears 80',
  ])
  expect(notes.filter((line) => /^a (?:5[3-9]|[6-9]\d|1[0-4]\d) /.test(line))).toEqual([])
})

test('a timer that was set again while its old one was late fires once', () => {
  const { notes } = run([{ kind: 'pause', at: 5, for: 100, node: 'a' }], (env, note) => ({
    start() {
      env.setTimer('alarm', 20)
      if (env.id === 'b') env.setTimer('send', 1)
    },
    onTimer(name) {
      note(name)
      if (name === 'send') env.send('a', 'again')
    },
    onMessage: () => env.setTimer('alarm', 20),
  }))
  expect(notes.filter((line) => line.startsWith('a'))).toEqual(['a 125 alarm'])
})

describe('clocks', () => {
  test('jump, while timers keep to true time', () => {
    const { notes } = run([{ kind: 'clock-jump', at: 150, node: 'a', byMs: 500 }], ticker)
    expect(notes.filter((line) => line.startsWith('a')).slice(0, 3)).toEqual([
      'a 100 tick',
      'a 700 tick',
      'a 800 tick',
    ])
  })

  test('run at their own rate, with their timers', () => {
    const { notes, report } = run(
      [{ kind: 'clock-rate', at: 0, for: 1000, node: 'a', rate: 2 }],
      ticker,
    )
    expect(notes.filter((line) => line.startsWith('a'))).toHaveLength(20)
    expect(notes.filter((line) => line.startsWith('b'))).toHaveLength(10)
    expect(report.findings).toEqual([])
  })

  test('differ at the start by at most twice the skew', () => {
    const world = simulate(tinyWorld(() => ({}), { profile: { skewMs: 40 } })).open({ seed: 9 })
    const times = world.snapshot().map(({ clockMs }) => clockMs)
    expect(new Set(times).size).toBe(3)
    for (const time of times) expect(time).toBeLessThanOrEqual(80)
  })
})

test('a full disk refuses to write, and keeps what it has', () => {
  const { notes } = run([{ kind: 'disk-full', at: 5, for: 10, node: 'a' }], (env, note) => ({
    start() {
      env.disk.put('k', 1)
      for (const at of [10, 20]) env.setTimer(String(at), at)
    },
    onTimer() {
      try {
        env.disk.put('k', env.now())
      } catch (error) {
        note(String(error))
      }
      note(`has ${env.disk.get<number>('k')}`)
    },
  }))
  expect(notes.filter((line) => line.startsWith('a'))).toEqual([
    'a 10 DiskFull: the disk is full: put("k") wrote nothing',
    'a 10 has 1',
    'a 20 has 20',
  ])
})

test('of two faults of a kind on one node, each ends by itself', () => {
  const plan: Fault[] = [
    { kind: 'clock-rate', at: 0, for: 1000, node: 'a', rate: 2 },
    { kind: 'clock-rate', at: 100, for: 100, node: 'a', rate: 4 },
    { kind: 'disk-full', at: 0, for: 600, node: 'b' },
    { kind: 'disk-full', at: 0, for: 300, node: 'b' },
  ]
  const { notes } = run(plan, (env, note) => ({
    start: () => env.setTimer('tick', 100),
    onTimer() {
      env.setTimer('tick', 100)
      try {
        env.disk.put('k', 1)
        note('writes')
      } catch {
        note('cannot')
      }
    },
  }))
  const times = notes
    .filter((line) => line.startsWith('a'))
    .map((line) => Number(line.split(' ')[1]))
  expect(times.slice(0, 3)).toEqual([100, 200, 300])
  expect(times).toHaveLength(22)
  expect(notes).toContain('b 500 cannot')
  expect(notes).toContain('b 700 writes')
})

test('a swizzle holds messages back and loses none', () => {
  const { notes, report } = run(
    [{ kind: 'swizzle', at: 100, for: 200, nodes: ['a', 'b'] }],
    chatter,
  )
  const { report: calm } = run([], chatter)
  expect(report.coverage['lost']).toBe(0)
  expect(notes).toHaveLength(600)
  expect(report.hash).not.toBe(calm.hash)
})

test('loss and duplication for a while', () => {
  const lossy = run([{ kind: 'loss', at: 0, for: 500, share: 1 }], chatter)
  expect(lossy.notes.every((line) => Number(line.split(' ')[1]) >= 500)).toBe(true)
  const doubled = run([{ kind: 'duplicate', at: 0, for: 500, share: 1 }], chatter)
  expect(doubled.report.coverage['duplicate']).toBe(300)
})

test('a slow node adds its time to each of its messages', () => {
  const { notes } = run([{ kind: 'slow', at: 0, for: 1000, node: 'a', extraMs: 30 }], chatter)
  expect(notes).toContain('b 35 hears a')
  expect(notes).toContain('a 35 hears c')
  expect(notes).toContain('b 5 hears c')
})

test('a ring lets only neighbours through', () => {
  const world = simulate({
    ...tinyWorld((env) => chatter(env, () => env.emit('hears'))),
    nodes: ['a', 'b', 'c', 'd', 'e'],
  })
  const { trace } = world.run({ seed: 1, full: true, plan: [{ kind: 'ring', at: 0, for: 1000 }] })
  const cut = trace?.events.find(({ kind }) => kind === 'links')
  expect(cut).toMatchObject({
    cut: expect.arrayContaining([
      ['a', 'c'],
      ['c', 'a'],
      ['b', 'e'],
    ]),
  })
  expect(cut?.kind === 'links' && cut.cut.length).toBe(10)
})

test('healing ends every kind of fault', () => {
  const plan = oneOfEach(['a', 'b', 'c'], { at: 100, for: 800 })
  expect(new Set(plan.map(({ kind }) => kind))).toEqual(new Set(faultKindsTried))
  const world = simulate({ ...tinyWorld((env) => chatter(env, () => {})), healAt: 0.5 })
  const open = world.open({ seed: 1, plan })
  open.runTo(499)
  expect(open.snapshot().every(({ isUp, isPaused }) => isUp && !isPaused)).toBe(false)
  open.runTo(1000)
  expect(open.snapshot().every(({ isUp, isPaused }) => isUp && !isPaused)).toBe(true)
  const begun = open.events.filter(({ kind }) => kind === 'fault')
  const lost = open.events.filter(({ kind, at }) => kind === 'lose' && at > 500)
  expect(begun).toHaveLength(plan.length)
  expect(lost).toEqual([])
})
