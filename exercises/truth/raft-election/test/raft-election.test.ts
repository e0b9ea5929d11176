import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

import { scenario } from '../scenario.ts'
import { SingleNode } from '../single-node.ts'
import type { Sent } from '../single-node.ts'

const log = { lastIndex: 5, lastTerm: 2 } as const

describe('voting', () => {
  test('the first candidate that asks gets the vote', () => {
    const node = new SingleNode(subject, { log })
    const sent = node.receive('b', { t: 'RequestVote', term: 1, ...log })
    expect(said(sent)).toEqual([
      { to: 'b', msg: { t: 'Vote', term: 1, granted: true, forTerm: 1 } },
    ])
  })

  test('another candidate of that term does not', () => {
    const node = new SingleNode(subject, { log })
    node.receive('b', { t: 'RequestVote', term: 1, ...log })
    const sent = node.receive('c', { t: 'RequestVote', term: 1, ...log })
    expect(said(sent)).toEqual([
      { to: 'c', msg: { t: 'Vote', term: 1, granted: false, forTerm: 1 } },
    ])
  })

  test('a shorter log is refused', () => {
    const node = new SingleNode(subject, { log })
    const sent = node.receive('b', { t: 'RequestVote', term: 1, lastIndex: 4, lastTerm: 2 })
    expect(said(sent)).toEqual([
      { to: 'b', msg: { t: 'Vote', term: 1, granted: false, forTerm: 1 } },
    ])
  })
})

describe('campaign', () => {
  test('who hears of no leader asks everybody for a vote', () => {
    const node = new SingleNode(subject, { log })
    node.passTo(300)
    const request = { t: 'RequestVote', term: 1, ...log }
    expect(said(node.sent)).toEqual([
      { to: 'b', msg: request },
      { to: 'c', msg: request },
    ])
  })

  test('two votes of three make a leader, and everybody hears of it', () => {
    const node = new SingleNode(subject, { log })
    node.passTo(300, ({ msg }) => msg.t === 'RequestVote')
    const sent = node.receive('b', { t: 'Vote', term: 1, granted: true, forTerm: 1 })
    expect(node.led).toEqual([1])
    expect(sent.map(({ to, msg }) => `${msg.t} to ${to}`)).toEqual(['Append to b', 'Append to c'])
  })
})

describe('world', () => {
  test('where nothing breaks, five servers come to a leader', () => {
    const calm = { nodes: 5, latencyMs: 5, loss: 0, duplicate: 0, tail: 0, adversary: 0 } as const
    const report = scenario(subject).run({ seed: 1, plan: [], profile: calm })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

function said(sent: readonly Sent[]): unknown[] {
  return sent.map(({ to, msg }) => ({ to, msg }))
}
