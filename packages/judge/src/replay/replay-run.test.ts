import path from 'node:path'

import { simulate } from '@five-pillars/simulator'
import { assertTrace } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { replayRun } from './replay-run.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../../fixtures/echo')
const wrong = (name: string): string => path.join(exerciseDir, 'wrong', name)
const nothing = { start() {}, onMessage() {}, onTimer() {} }

/** A token of a seed of the fixture's world: whose code ran then does not matter. */
function tokenOf(name: string): string {
  const world = simulate({
    name,
    nodes: ['a', 'b'],
    make: () => nothing,
    profile: {},
    faults: [],
    runMs: 100,
  })
  return world.run({ seed: 3 }).token
}

const token = tokenOf('echo')

test('a solution that is right now keeps every rule, enum and all', async () => {
  const own = await replayRun({ exerciseDir, token, isRecorded: true })
  expect(own).toMatchObject({ kind: 'ran', holds: true })
  const { hash, trace } = own.kind === 'ran' ? own : {}
  assertTrace(trace)
  expect(trace.hash).toBe(hash)
})

test('a wrong one breaks the rule again, with the same story each time', async () => {
  const first = await replayRun({ exerciseDir, token, subject: wrong('deaf.txt'), columns: 60 })
  expect(first).toMatchObject({ kind: 'ran', holds: false })
  expect(first).toMatchObject({ story: expect.stringContaining('0 heard') })
  expect(first).toMatchObject({ mermaid: expect.stringContaining('sequenceDiagram') })
  expect(await replayRun({ exerciseDir, token, subject: wrong('deaf.txt'), columns: 60 })).toEqual(
    first,
  )
})

test.for([
  ['endless.txt', 'did not end within 0.25 s'],
  ['broken.txt', 'Expected'],
  ['throws.txt', 'does not load: no echo today'],
  ['missing.txt', 'There is no file'],
] as const)('%s: %s', { timeout: 20_000 }, async ([name, text]) => {
  const replayed = await replayRun({ exerciseDir, token, subject: wrong(name) })
  expect(replayed).toMatchObject({
    kind: 'refused',
    what: 'submission',
    text: expect.stringContaining(text),
  })
})

test('a damaged token, and one of another exercise, say so', async () => {
  expect(await replayRun({ exerciseDir, token: token.slice(2) })).toMatchObject({
    kind: 'refused',
    what: 'token',
    text: expect.stringContaining('This token is damaged'),
  })
  expect(await replayRun({ exerciseDir, token: tokenOf('other') })).toMatchObject({
    kind: 'refused',
    what: 'token',
    text: expect.stringContaining('This token is of "other", not of "echo"'),
  })
})

test('an exercise without a world has nothing to replay', async () => {
  const tally = path.resolve(exerciseDir, '../tally')
  expect(await replayRun({ exerciseDir: tally, token })).toMatchObject({
    kind: 'refused',
    what: 'exercise',
    text: '"tally" has no simulated world: there is nothing to replay.',
  })
})
