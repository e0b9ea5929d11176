import * as subject from '#subject'
import { createRng } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import type { LoadBalancer } from '../src/load-balancer.ts'

describe('round robin', () => {
  test('three backends take turns, the first one first', () => {
    const balancer = withMembers(subject.createRoundRobin(), ['A', 'B', 'C'])
    const round = [choose(balancer), choose(balancer), choose(balancer)]
    expect(round[0]).toBe('A')
    expect(new Set(round)).toEqual(new Set(['A', 'B', 'C']))
    expect(choose(balancer)).toBe('A')
  })

  test('an unhealthy backend is skipped until it is healthy again', () => {
    const balancer = withMembers(subject.createRoundRobin(), ['A', 'B'])
    balancer.setHealthy('A', false)
    expect([choose(balancer), choose(balancer)]).toEqual(['B', 'B'])
    balancer.setHealthy('A', true)
    expect([choose(balancer), choose(balancer)]).toContain('A')
  })

  test('nobody there gives null', () => {
    expect(subject.createRoundRobin().acquire()).toBeNull()
  })
})

describe('least connections', () => {
  test('the idle backend is chosen', () => {
    const balancer = withMembers(subject.createLeastConnections(createRng(1)), ['A', 'B', 'C'])
    const first = [choose(balancer), choose(balancer), choose(balancer)]
    expect(new Set(first)).toEqual(new Set(['A', 'B', 'C']))
  })

  test('a released request is not in flight any more', () => {
    const balancer = withMembers(subject.createLeastConnections(createRng(1)), ['A', 'B'])
    const lease = balancer.acquire()
    const chosen = lease?.backend ?? ''
    expect(balancer.inFlight(chosen)).toBe(1)
    lease?.release('ok')
    expect(balancer.inFlight(chosen)).toBe(0)
  })
})

function withMembers(balancer: LoadBalancer, ids: readonly string[]): LoadBalancer {
  for (const id of ids) balancer.add({ id })
  return balancer
}

function choose(balancer: LoadBalancer): string | null {
  return balancer.acquire()?.backend ?? null
}
