import { expect, test } from 'vitest'

import type { Env, Node } from '../contract.ts'
import { runAsync } from './run-async.ts'
import { simulate } from './simulate.ts'

/** Two nodes tick by turns, and note at each tick, by way of a promise, what time it is by then. */
async function notes(promising?: readonly string[]): Promise<string[]> {
  const noted: string[] = []
  const world = simulate<never>({
    name: 'ticks',
    nodes: ['a', 'b'],
    ...(promising === undefined ? {} : { promising }),
    profile: {},
    faults: [],
    healAt: 1,
    runMs: 3500,
    make(env): Node<never> {
      return {
        start: () => env.setTimer('tick', env.id === 'a' ? 1000 : 2000),
        onMessage: () => {},
        onTimer() {
          env.setTimer('tick', 2000)
          void Promise.resolve().then(() => noted.push(`${env.id} at ${env.now()}`))
        },
      }
    },
  })
  await runAsync(world, { seed: 1 })
  return noted
}

test('what a step has promised goes on in the same instant', async () => {
  expect(await notes()).toEqual(['a at 1000', 'b at 2000', 'a at 3000'])
})

test('where nodes are named, promises go on after their steps alone', async () => {
  expect(await notes(['a', 'b'])).toEqual(['a at 1000', 'b at 2000', 'a at 3000'])
  expect(await notes(['a'])).toEqual(['a at 1000', 'b at 3000', 'a at 3000'])
})

test('a long chain of promises goes on for as many hops as the world says', async () => {
  expect(await chained(30)).toEqual(['a acts although it is not its turn'])
  expect(await chained(30, 40)).toEqual([])
})

/** What is found where a node acts after so many promises, and another one has the next step. */
async function chained(length: number, hops?: number): Promise<(string | undefined)[]> {
  const world = simulate<never>({
    name: 'chain',
    nodes: ['a', 'b'],
    ...(hops === undefined ? {} : { hops }),
    profile: {},
    faults: [],
    healAt: 1,
    runMs: 3500,
    make(env): Node<never> {
      return {
        start: () => env.setTimer('tick', env.id === 'a' ? 1000 : 2000),
        onMessage: () => {},
        onTimer() {
          void tickAfter(length, env)
        },
      }
    },
  })
  const { findings } = await runAsync(world, { seed: 1 })
  return findings.map(({ text }) => text.split(':')[0])
}

async function tickAfter(length: number, env: Env<never>): Promise<void> {
  for (let hop = 0; hop < length; hop++) await Promise.resolve()
  try {
    env.emit('ticked')
  } catch {
    // The run has ended: what was found is told by its report.
  }
}
