import type { NodeId } from '@five-pillars/simulator'

import type { Sent } from '../../bench.ts'
import type { SagaBench } from '../../saga-bench.ts'
import type { SagaMsg } from '../../src/commit-and-saga.ts'

export const steps = ['seat', 'card', 'mail'] as const

/** Machines may have any names. */
export const oddSteps = ['seat', '', '__proto__'] as const

type Answer = Extract<SagaMsg, { t: 'Answer' }>

/** The desk tells a step; returns what is sent at once. */
export function tell(
  bench: SagaBench,
  t: 'Run' | 'Undo',
  saga: string,
  from: NodeId = 'desk',
): Promise<readonly Sent<SagaMsg>[]> {
  return bench.receive(from, { t, saga, step: bench.id })
}

/** A step answers; returns what is sent at once. */
export function answer(
  bench: SagaBench,
  step: NodeId,
  saga: string,
  what: Answer['what'],
): Promise<readonly Sent<SagaMsg>[]> {
  return bench.receive(step, { t: 'Answer', saga, step, what })
}

/** What a step has said about a saga, if it has said anything. */
function answerIn(sent: readonly Sent<SagaMsg>[], saga: string): Sent<SagaMsg>['msg'] | undefined {
  return sent.find(({ msg }) => msg.t === 'Answer' && msg.saga === saga)?.msg
}

/** The same in a word. */
export function whatIn(sent: readonly Sent<SagaMsg>[], saga: string): Answer['what'] | undefined {
  const msg = answerIn(sent, saga)
  return msg?.t === 'Answer' ? msg.what : undefined
}

/** What was told of a saga, in its order, as in `Run card`. */
export function toldIn(sent: readonly Sent<SagaMsg>[], saga: string): string[] {
  return sent.flatMap(({ to, msg }) => {
    if (msg.t === 'Answer' || msg.saga !== saga) return []
    return to === msg.step ? [`${msg.t} ${msg.step}`] : [`${msg.t} ${msg.step} at ${to}`]
  })
}

if (!steps.includes('seat')) throw new Error('sentinel-commit-and-saga-saga-talk.ts')
