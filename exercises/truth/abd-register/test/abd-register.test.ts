import * as subject from '#subject'
import { runAsync } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { scenario } from '../scenario.ts'
import type { RegMsg, Timestamp } from '../src/abd-register.ts'
import { createLoneEnv } from './lone-env.ts'

/** More messages to and fro than any write needs. */
const ROUNDS = 10
const HOPS = 50

describe('replica', () => {
  test('begins with null, and says so', () => {
    const { env, sent } = createLoneEnv('a')
    const replica = subject.createReplica(env)
    replica.start()
    replica.onMessage('c1', { t: 'Get', id: 7 })
    const value = { t: 'Value', id: 7, ts: { counter: 0, client: '' }, value: null }
    expect(sent).toEqual([{ to: 'c1', msg: value }])
  })

  test('keeps the value with the larger counter, and acknowledges both', () => {
    const { env, sent } = createLoneEnv('a')
    const replica = subject.createReplica(env)
    replica.start()
    replica.onMessage('c1', { t: 'Put', id: 1, ts: { counter: 2, client: 'c1' }, value: 'new' })
    replica.onMessage('c2', { t: 'Put', id: 1, ts: { counter: 1, client: 'c2' }, value: 'old' })
    replica.onMessage('c3', { t: 'Get', id: 1 })
    const answers = ['c1', 'c2', 'c3'].map((client) => sent.find(({ to }) => to === client)?.msg)
    expect(answers.map((msg) => msg?.t)).toEqual(['Ack', 'Ack', 'Value'])
    expect(answers.at(-1)).toMatchObject({ value: 'new' })
  })
})

describe('client', () => {
  test('a write asks first, and then stores with a larger counter', async () => {
    const { env, sent } = createLoneEnv('c1')
    const client = subject.createClient(env, { replicas: ['a', 'b', 'c'] })
    client.start()
    const write = client.write('x')
    const puts: RegMsg[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const { to, msg } of sent.splice(0)) {
        if (msg.t === 'Put') puts.push(msg)
        client.onMessage(to, answerTo(msg, { counter: 4, client: 'c2' }))
      }
      await goOn()
    }
    await expect(write).resolves.toBeUndefined()
    expect(puts[0]).toMatchObject({ t: 'Put', ts: { client: 'c1' }, value: 'x' })
    const counter = puts[0]?.t === 'Put' ? puts[0].ts.counter : 0
    expect(counter).toBeGreaterThan(4)
  })
})

describe('register', () => {
  // Every message takes 15 ms here, and nothing ever fails. Try other seeds, and other weather.
  test('four clients share it for a second', async () => {
    const calm = { spread: 'constant', loss: 0, duplicate: 0, skewMs: 0 } as const
    const report = await runAsync(scenario(subject), { seed: 1, plan: [], profile: calm })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

/** What a replica says that holds "w" since a timestamp. */
function answerTo({ t, id }: RegMsg, ts: Timestamp): RegMsg {
  return t === 'Get' ? { t: 'Value', id, ts, value: 'w' } : { t: 'Ack', id }
}

/** Lets promises go on, as long a chain of them as any write needs. */
async function goOn(): Promise<void> {
  for (let hop = 0; hop < HOPS; hop++) await Promise.resolve()
}
