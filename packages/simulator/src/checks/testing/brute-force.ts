import type { Operation } from '../../history/operation.ts'
import type { AtomicObject } from './atomic-objects.ts'

/**
 * Whether any order of a history of one key works, by trying all of them: the definition, without
 * a thought for speed, against which the checker is held.
 */
export function isLinearizableByBruteForce<State, Input, Output>(
  history: readonly Operation<Input, Output>[],
  object: AtomicObject<State, Input, Output>,
): boolean {
  const operations = history
    .filter(({ outcome }) => outcome !== 'fail')
    .toSorted((one, other) => one.invokedAt - other.invokedAt)
  return isExplained(operations, object, object.initial)
}

function isExplained<State, Input, Output>(
  left: readonly Operation<Input, Output>[],
  object: AtomicObject<State, Input, Output>,
  state: State,
): boolean {
  if (left.every((operation) => operation.outcome === 'info')) return true
  return left.some((operation, index) => {
    const others = left.toSpliced(index, 1)
    const isFirst = others.every((other) => !isBefore(other, operation, left))
    if (!isFirst) return false
    const after = object.apply(state, operation.input)
    const isUnknown = operation.outcome === 'info' || operation.output === undefined
    if (!isUnknown && after.output !== operation.output) return false
    return isExplained(others, object, after.state)
  })
}

/** Whether one operation had returned when the other began; a client's calls may touch. */
function isBefore(one: Operation, other: Operation, list: readonly Operation[]): boolean {
  if (one.outcome !== 'ok' || one.returnedAt === null) return false
  if (one.returnedAt < other.invokedAt) return true
  const touches = one.client === other.client && one.returnedAt === other.invokedAt
  return touches && list.indexOf(one) < list.indexOf(other)
}
