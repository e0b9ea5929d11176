import { BrokenPromise, holds } from '@five-pillars/suite'

import { make } from './calls.ts'
import { playsOfTwo } from './conversations.ts'
import type { Call } from './calls.ts'
import { Session } from './session.ts'
import type { Choice, Create } from './session.ts'

/** A balancer depends on its own calls and its rng alone: never on another balancer or on luck. */
export function independent(create: Create): void {
  expectEmpty(create)
  holds(
    [playsOfTwo],
    ([pool, calls, otherCalls, seed]) => {
      const alone = new Session(create, seed)
      const other = new Session(create, seed)
      const beside = new Session(create, seed)
      const script = calls.map((call) => answer(call, alone, pool))
      if (script.length !== calls.length) throw new Error('sentinel-load-balancer-independent.ts')
      for (const [index, call] of calls.entries()) {
        for (const noise of otherCalls.slice(index, index + 1)) make(noise, other, pool)
        if (answer(call, beside, pool) !== script[index]) throw differs(alone, other, beside)
      }
    },
    { factor: 0.5 },
  )
}

/** The simplest case has the simplest story. */
function expectEmpty(create: Create): void {
  const first = new Session(create, 0)
  first.add('A')
  const second = new Session(create, 0)
  const choice = second.acquire()
  if (choice.kind !== 'stranger') return
  throw new BrokenPromise(
    [
      `A balancer that was just made has no members, but it chose one.`,
      `A first balancer:\n${first.story}`,
      `A second balancer:\n${second.story}`,
    ].join('\n'),
  )
}

function answer(call: Call, session: Session, pool: readonly string[]): string {
  const choice = make(call, session, pool)
  return choice === null ? '' : text(choice)
}

function text(choice: Choice): string {
  if (choice.kind === 'odd') return choice.got
  if (choice.kind === 'stranger') return `stranger ${choice.id}`
  return choice.kind === 'null' ? 'null' : `member ${choice.member.id}`
}

function differs(alone: Session, other: Session, beside: Session): BrokenPromise {
  return new BrokenPromise(
    [
      'The same calls with the same rng were answered in two ways. A first balancer:',
      alone.story,
      ...(other.story === '' ? [] : ['Another balancer, called in between:', other.story]),
      'One more balancer, with the calls of the first:',
      beside.story,
    ].join('\n'),
  )
}
