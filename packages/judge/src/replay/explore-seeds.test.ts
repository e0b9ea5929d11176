import path from 'node:path'

import { expect, test } from 'vitest'

import { exploreSeeds } from './explore-seeds.ts'
import { replayRun } from './replay-run.ts'

const fixtures = path.resolve(import.meta.dirname, '../../fixtures')
const exerciseDir = path.join(fixtures, 'echo')

test('a right solution keeps every rule from every seed, over several processes', async () => {
  expect(await exploreSeeds({ exerciseDir, seeds: 45 })).toEqual({
    kind: 'explored',
    ran: 45,
    broken: null,
  })
})

test('a wrong one breaks a rule, with the token that repeats it', async () => {
  const subject = path.join(exerciseDir, 'wrong/deaf.txt')
  const explored = await exploreSeeds({ exerciseDir, subject, seeds: 1000 })
  expect(explored).toMatchObject({ kind: 'explored', ran: 1, broken: { seed: 1 } })
  const token = explored.kind === 'explored' ? (explored.broken?.token ?? '') : ''
  expect(await replayRun({ exerciseDir, subject, token })).toMatchObject({
    holds: false,
    svg: expect.stringMatching(/^<svg /),
  })
})

test('an endless one is ended, and an exercise without a world says so', async () => {
  const subject = path.join(exerciseDir, 'wrong/endless.txt')
  expect(await exploreSeeds({ exerciseDir, subject, seeds: 3 })).toMatchObject({ kind: 'refused' })
  const tally = path.join(fixtures, 'tally')
  expect(await exploreSeeds({ exerciseDir: tally, seeds: 3 })).toMatchObject({
    text: '"tally" has no simulated world, and so no seeds to try.',
  })
})
