import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { formatCalls } from '../format/format-calls.ts'
import { judge } from '../judge.ts'
import type { TestVerdict } from '../verdict.ts'
import { encodeCallsToken } from './calls-token.ts'
import { replayRun } from './replay-run.ts'
import type { Replayed } from './replayed.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../../fixtures/booth')
const wrong = (name: string): string => path.join(exerciseDir, 'wrong', name)

const judged = new Map<string, Promise<TestVerdict>>()

/** The first test that a program does not pass; each is judged once. */
function brokenBy(name: string): Promise<TestVerdict> {
  const known = judged.get(name) ?? judgedAnew(name)
  judged.set(name, known)
  return known
}

async function judgedAnew(name: string): Promise<TestVerdict> {
  const { tests } = await judge({ exerciseDir, submission: wrong(name) })
  const broken = tests.find(({ state }) => state !== 'passed')
  if (broken === undefined) throw new Error(`${name} broke nothing`)
  return broken
}

async function replayOf(token: string | null, subject?: string): Promise<Replayed> {
  if (token === null) throw new Error('there is no token')
  return replayRun({ exerciseDir, token, ...(subject === undefined ? {} : { subject }) })
}

const told = (replayed: Replayed): string =>
  replayed.kind === 'called' ? formatCalls(replayed, { columns: 60, color: false }) : replayed.kind

describe.for([
  ['stuck.txt', 'failed', 'booth.sell() → { number: 2, at: 130'],
  ['silent.txt', 'failed', 'it calls now() → 120, pick([0, 1, 2]) → 1\n'],
  ['short.txt', 'failed', 'promise settles → [1, 2, 3]'],
  ['dear.txt', 'failed', 'cheapest(Map{"a" → 50, "b" → 0}) → "a"'],
  ['sold-out.txt', 'threw', 'booth.sell() throws RangeError: sold out'],
] as const)('what %s did is repeated without the suite', ([name, state, line]) => {
  test('it is the same again, call by call', async () => {
    const broken = await brokenBy(name)
    expect(broken.state).toBe(state)
    const again = await replayOf(broken.replay, wrong(name))
    expect(again).toMatchObject({ kind: 'called', isOther: false, left: 0 })
    expect(told(again)).toContain(line)
    expect(told(again)).toContain('the promise is still broken')
    expect(await replayOf(broken.replay, wrong(name))).toEqual(again)
  })

  test('a solution that is right now shows what is otherwise', async () => {
    const { replay } = await brokenBy(name)
    const now = await replayOf(replay)
    expect(now).toMatchObject({ kind: 'called', isOther: true, left: 0 })
    expect(told(now)).toMatch(/it was |it called /)
  })
})

test('the same calls that go another way are a state of their own, and cannot be replayed', async () => {
  const broken = await brokenBy('shared.txt')
  expect(broken).toMatchObject({ state: 'not-deterministic', replay: null })
  expect(broken.got).toContain('Once more from the start, the same calls went another way.')
})

test('where what was called is not there any more, the rest is left out', async () => {
  const { replay } = await brokenBy('stuck.txt')
  const now = await replayOf(replay, wrong('closed.txt'))
  expect(now).toMatchObject({ kind: 'called', isOther: true, left: 3 })
  expect(told(now)).toContain('3 more calls cannot be made')
})

test.for([
  ['cut', (token: string) => token.slice(0, -3), 'This token is damaged'],
  ['changed', (token: string) => token.replace(/(?<=-.{20})./, 'x'), 'This token is damaged'],
  ['of another exercise', () => tokenOf('tally'), 'This token is of "tally", not of "booth"'],
] as const)('a token that is %s says so', async ([, change, text]) => {
  const token = change(tokenOf('booth'))
  expect(await replayOf(token)).toMatchObject({
    kind: 'refused',
    what: 'token',
    text: expect.stringContaining(text),
  })
})

test('what is too long to copy has no token', () => {
  const outcome = { gave: Array.from({ length: 4000 }, () => Math.random()).join() }
  const steps = [{ do: 'call', at: 'sell', outcome }] as const
  const content = { exercise: 'booth', promise: 'p', story: 's', steps: [...steps] }
  expect(encodeCallsToken(content)).toBeUndefined()
})

function tokenOf(exercise: string): string {
  const steps = [{ do: 'call' as const, at: 'cheapest', outcome: { gave: null } }]
  return encodeCallsToken({ exercise, promise: 'p', story: 's', steps }) ?? ''
}
