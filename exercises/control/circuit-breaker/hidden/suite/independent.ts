import { VirtualTime } from '@five-pillars/simulator'
import { asked, BrokenPromise } from '@five-pillars/suite'

import type { Breaker } from '../../src/circuit-breaker.ts'
import { BackendDown } from './deeds.ts'
import type { Subject } from './subject.ts'
import { shown } from './words.ts'

const options = {
  failureRate: 0.5,
  minCalls: 2,
  windowMs: 10_005,
  openMs: 1005,
  halfOpenMax: 1,
  successesToClose: 2,
}

/** Whatever is done with one breaker, another one of the same time is as it was. */
export async function sharesNothing(subject: Subject): Promise<void> {
  const time = new VirtualTime()
  const first = newBreaker(subject, time)
  const asNew = stateOf(first)
  for (let times = 0; times < 3; times++) await fail(first, time)
  const second = newBreaker(subject, time)
  expectState('A new breaker', second, asNew)
  await unmoved(second, () => fail(first, time))
  await fail(second, time)
  const third = newBreaker(subject, time)
  expectState('A new breaker', third, asNew)
  await fail(third, time)
  await unmoved(third, () => fail(second, time))
  // The first becomes half-open meanwhile, and is asked by nobody but itself.
  const fourth = newBreaker(subject, time)
  await unmoved(fourth, () => time.pass(3000))
  await takesPlaces(first, second, time)
  expectState('Another breaker, which nobody called,', fourth, asNew)
}

function newBreaker(subject: Subject, time: VirtualTime): Breaker {
  return asked('createBreaker', () => subject.createBreaker({ ...options }, time.clock))
}

/** What is done meanwhile is another breaker's. */
async function unmoved(breaker: Breaker, act: () => Promise<void>): Promise<void> {
  const before = stateOf(breaker)
  let told = 0
  asked('onState', () => breaker.onState(() => void told++))
  told = 0
  await act()
  expectState('Another breaker was called, and this one', breaker, before)
  if (told > 0) throw new BrokenPromise('A listener was told of another breaker.')
}

/** Two that are half-open, and let one call through each, or neither does. */
async function takesPlaces(first: Breaker, second: Breaker, time: VirtualTime): Promise<void> {
  const calls = [0, 0]
  for (const [index, breaker] of [first, second].entries()) {
    const fn = (): Promise<never> => {
      calls[index] = 1
      return new Promise(() => {})
    }
    if (stateOf(breaker) === 'half-open') void quietly(breaker, fn)
    else calls[index] = calls[0] ?? 0
    await time.pass(0)
  }
  if (calls[0] === calls[1]) return
  throw new BrokenPromise(
    'A half-open breaker refuses a call, while another one has its call under way.',
  )
}

async function fail(breaker: Breaker, time: VirtualTime): Promise<void> {
  void quietly(breaker, () => Promise.reject(new BackendDown()))
  await time.pass(0)
}

/** What becomes of the call is another promise's. */
async function quietly(breaker: Breaker, fn: () => Promise<never>): Promise<void> {
  try {
    await breaker.call(fn)
  } catch {}
}

function stateOf(breaker: Breaker): string {
  return asked('state', () => breaker.state())
}

function expectState(who: string, breaker: Breaker, wanted: string): void {
  const got = stateOf(breaker)
  if (wanted === '') throw new Error('sentinel-circuit-breaker-independent.ts: a state has a name')
  if (got === wanted) return
  throw new BrokenPromise(`${who} is ${shown(got)}, and must be ${wanted}.`)
}
