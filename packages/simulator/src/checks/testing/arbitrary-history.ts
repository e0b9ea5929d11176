import fc from 'fast-check'

import type { Operation } from '../../history/operation.ts'

const CLIENTS = ['c1', 'c2', 'c3'] as const
const KEY = 'x'

interface Step<Input, Output> {
  readonly client: string
  readonly gap: number
  readonly duration: number
  readonly outcome: 'ok' | 'info' | 'fail'
  readonly call: { readonly input: Input; readonly output: Output | undefined }
}

/**
 * Any history of one key, right or wrong, of up to so many operations by three clients. Times are
 * small whole numbers, so that calls often begin and end at the same instant.
 */
export function arbitraryHistory<Input, Output>(
  call: fc.Arbitrary<Step<Input, Output>['call']>,
  maxOperations: number,
): fc.Arbitrary<Operation<Input, Output>[]> {
  const step = fc.record({
    client: fc.constantFrom(...CLIENTS),
    gap: fc.nat(2),
    duration: fc.nat(4),
    outcome: fc.constantFrom('ok', 'ok', 'ok', 'info', 'info', 'fail'),
    call,
  })
  return fc.array(step, { maxLength: maxOperations, size: 'max' }).map(historyOf)
}

function historyOf<Input, Output>(
  steps: readonly Step<Input, Output>[],
): Operation<Input, Output>[] {
  const freeAt = new Map<string, number>()
  return steps.map(({ client, gap, duration, outcome, call }) => {
    const invokedAt = (freeAt.get(client) ?? 0) + gap
    const returnedAt = invokedAt + duration
    freeAt.set(client, returnedAt)
    const output = outcome === 'ok' ? call.output : undefined
    return { client, key: KEY, input: call.input, output, invokedAt, returnedAt, outcome }
  })
}
