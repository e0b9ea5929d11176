import * as subject from '#subject'
import { calm, runAsync } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import type { Sent } from '../bench.ts'
import { SagaBench } from '../saga-bench.ts'
import { scenario } from '../scenario.ts'
import type { SagaMsg, TxMsg } from '../src/commit-and-saga.ts'
import { CoordinatorBench, ParticipantBench } from '../tx-bench.ts'

describe('participant', () => {
  test('it votes yes where its database does, and locks', () => {
    const seat = new ParticipantBench(subject)
    const sent = seat.receive('desk', { t: 'Prepare', tx: 't1' })
    expect(said(sent)).toEqual([{ to: 'desk', msg: { t: 'Vote', tx: 't1', vote: 'yes' } }])
    expect([...seat.locks]).toEqual(['t1'])
  })

  test('it commits when it is told to', () => {
    const seat = new ParticipantBench(subject)
    seat.receive('desk', { t: 'Prepare', tx: 't1' })
    const sent = seat.receive('desk', { t: 'Decide', tx: 't1', commit: true })
    expect(said(sent)).toEqual([{ to: 'desk', msg: { t: 'Done', tx: 't1' } }])
    expect(seat.written()).toEqual(['t1'])
  })
})

describe('coordinator', () => {
  test('two have said yes: commit', () => {
    const desk = new CoordinatorBench(subject)
    expect(said(desk.begin('t1', ['seat', 'card']))).toEqual([
      { to: 'seat', msg: { t: 'Prepare', tx: 't1' } },
      { to: 'card', msg: { t: 'Prepare', tx: 't1' } },
    ])
    desk.receive('seat', { t: 'Vote', tx: 't1', vote: 'yes' })
    desk.receive('card', { t: 'Vote', tx: 't1', vote: 'yes' })
    expect(desk.count('committed', 't1')).toBe(1)
  })

  test('one has said no: abort', () => {
    const desk = new CoordinatorBench(subject)
    desk.begin('t1', ['seat', 'card'])
    desk.receive('card', { t: 'Vote', tx: 't1', vote: 'no' })
    expect(desk.count('aborted', 't1')).toBe(1)
  })
})

describe('saga', () => {
  test('a step runs, and answers', async () => {
    const card = await SagaBench.create(subject, 'card')
    await card.receive('desk', { t: 'Run', saga: 's1', step: 'card' })
    const sent = await card.finish(true)
    const ran = { t: 'Answer', saga: 's1', step: 'card', what: 'ran' }
    expect(said(sent)).toEqual([{ to: 'desk', msg: ran }])
  })

  test('where the second step fails, the first one is undone', async () => {
    const desk = await SagaBench.create(subject, 'desk')
    await desk.start('s1')
    await desk.receive('seat', { t: 'Answer', saga: 's1', step: 'seat', what: 'ran' })
    const failed = { t: 'Answer', saga: 's1', step: 'card', what: 'failed' } as const
    const sent = await desk.receive('card', failed)
    expect(said(sent)).toEqual([{ to: 'seat', msg: { t: 'Undo', saga: 's1', step: 'seat' } }])
    await desk.receive('seat', { t: 'Answer', saga: 's1', step: 'seat', what: 'undone' })
    expect(desk.count('undone', 's1')).toBe(1)
  })
})

describe('world', () => {
  test('where nothing breaks, everything ends', async () => {
    const report = await runAsync(scenario(subject), {
      seed: 1,
      plan: [],
      profile: { ...calm, nodes: 5 },
    })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

function said<M extends TxMsg | SagaMsg>(sent: readonly Sent<M>[]): unknown[] {
  return sent.map(({ to, msg }) => ({ to, msg }))
}
