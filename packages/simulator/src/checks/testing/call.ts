import type { Operation } from '../../history/operation.ts'
import type { Scalar } from '../models/model.ts'
import type { RegisterInput } from '../models/register-call.ts'

type Call = Operation<RegisterInput, Scalar>

/** When a call began, and when its answer came; null: it never came. */
export type Span = readonly [invokedAt: number, returnedAt: number | null]

export function read(client: string, span: Span, output: Scalar, key = 'x'): Call {
  return { ...callOf({ kind: 'read' }, client, span, key), output }
}

export function write(client: string, span: Span, value: Scalar, key = 'x'): Call {
  return callOf({ kind: 'write', value }, client, span, key)
}

/** A call of any model without a known output. */
export function callOf<Input>(
  input: Input,
  client: string,
  [invokedAt, returnedAt]: Span,
  key = 'x',
): Operation<Input, never> {
  const outcome = returnedAt === null ? 'info' : 'ok'
  return { client, key, input, output: undefined, invokedAt, returnedAt, outcome }
}
