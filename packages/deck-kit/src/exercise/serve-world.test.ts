import { simulate } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { serveWorld, withParts } from './serve-world.ts'
import { SEARCH_SEEDS } from './worker-messages.ts'
import type { Answer, Request } from './worker-messages.ts'

/** A world of one node, which throws in the runs whose random numbers a test chooses. */
function scenario(subject: { isBroken(random: number): boolean }): unknown {
  return simulate<string>({
    name: 'one',
    nodes: ['a'],
    make: (env) => ({
      start() {
        if (subject.isBroken(env.rng.next())) throw new Error('broken')
      },
      onMessage() {},
      onTimer() {},
    }),
    profile: {},
    runMs: 10,
    healAt: 0.5,
    faults: [],
  })
}

/** Answers to requests, in short: the kind, and the seed or the complaint. */
async function answers(
  subject: () => Promise<unknown>,
  world: () => Promise<unknown>,
  ...requests: readonly Request[]
): Promise<string[]> {
  const heard: string[] = []
  let act: ((request: Request) => void) | undefined
  let tell: (() => void) | undefined
  const post = (answer: Answer): void => {
    heard.push(inShort(answer))
    if (answer.kind === 'trace' || answer.kind === 'unbroken') tell?.()
  }
  await serveWorld({ post, onRequest: (given) => (act = given) }, subject, world)
  for (const request of requests) {
    const answered = new Promise<void>((resolve) => (tell = resolve))
    act?.(request)
    await answered
  }
  return heard
}

function inShort(answer: Answer): string {
  if (answer.kind === 'broken') return `broken: ${answer.complaint.message}`
  if (answer.kind === 'unbroken') return `unbroken from ${answer.from}`
  if (answer.kind !== 'trace') return answer.kind
  const { trace } = answer
  const isTrace = typeof trace === 'object' && trace !== null && 'seed' in trace
  return `trace of ${isTrace ? String(trace.seed) : 'nothing'}`
}

const whole = (isBroken: (random: number) => boolean) => (): Promise<unknown> =>
  Promise.resolve({ isBroken })
const failing = (): Promise<unknown> => Promise.reject(new Error('no such thing'))
const other = (): Promise<unknown> => Promise.resolve({ other: 1 })
const world = (): Promise<unknown> => Promise.resolve({ scenario })

describe('a worker', () => {
  test('loads a file and its world, and runs the seeds that it is asked for', async () => {
    const runs = [
      { kind: 'run', seed: 3, changes: [] },
      { kind: 'run', seed: 4, changes: [] },
    ] as const
    expect(
      await answers(
        whole(() => false),
        world,
        ...runs,
      ),
    ).toEqual(['loading', 'loaded', 'trace of 3', 'trace of 4'])
  })

  test('searches for the first seed that breaks something', async () => {
    const heard = await answers(
      whole((random) => random < 0.05),
      world,
      { kind: 'search', seed: 1, changes: [] },
    )
    const [, seed = ''] = /^trace of (\d+)$/.exec(heard.at(-1) ?? '') ?? []
    expect(Number(seed)).toBeLessThan(SEARCH_SEEDS)
    const again = await answers(
      whole((random) => random < 0.05),
      world,
      {
        kind: 'search',
        seed: Number(seed),
        changes: [],
      },
    )
    expect(again.at(-1)).toBe(heard.at(-1))
  })

  test('says so when nothing breaks in a thousand runs', async () => {
    const heard = await answers(
      whole(() => false),
      world,
      { kind: 'search', seed: 7, changes: [] },
    )
    expect(heard.at(-1)).toBe('unbroken from 7')
  })

  test('tells what keeps the file from being loaded, and then nothing more', async () => {
    expect(await answers(failing, world)).toEqual(['loading', 'broken: no such thing'])
    expect(
      await answers(
        whole(() => false),
        other,
      ),
    ).toEqual(['loading', 'broken: TypeError: scenario.ts does not export a function `scenario`'])
  })
})

test('a worker makes a run that is broken smaller, and leaves one that is not as it is', async () => {
  const heard = await answers(
    whole((random) => random < 0.05),
    world,
    { kind: 'search', seed: 1, changes: [] },
  )
  const [, seed = ''] = /^trace of (\d+)$/.exec(heard.at(-1) ?? '') ?? []
  const requests = [
    { kind: 'shrink', seed: Number(seed), changes: [] },
    { kind: 'shrink', seed: Number(seed) - 1, changes: [] },
  ] as const
  const shrunk = await answers(
    whole((random) => random < 0.05),
    world,
    ...requests,
  )
  expect(shrunk.filter((each) => each.startsWith('trace'))).toEqual([
    `trace of ${seed}`,
    `trace of ${Number(seed) - 1}`,
  ])
})

describe('withParts', () => {
  test('hands over the parts beside what the exercise exports itself', async () => {
    const subject = await withParts(Promise.resolve({ tuning: 1 }), {
      quorum: Promise.resolve({ isTheirs: true }),
    })
    expect(subject).toEqual({ tuning: 1, parts: { quorum: { isTheirs: true } } })
  })

  test('a part that the exercise brings itself takes its place', async () => {
    const own = Promise.resolve({ parts: { quorum: { isMine: true } } })
    const parts = { quorum: Promise.resolve({}), hashRing: Promise.resolve({}) }
    expect(await withParts(own, parts)).toEqual({
      parts: { quorum: { isMine: true }, hashRing: {} },
    })
  })
})
