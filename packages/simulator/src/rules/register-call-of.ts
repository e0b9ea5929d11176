import type { Scalar } from '../checks/models/model.ts'
import type { RegisterInput } from '../checks/models/register-call.ts'
import type { Operation } from '../history/operation.ts'

/**
 * A call of a history as a call of a register: `{ kind: 'read' }` or `{ kind: 'write', value }`.
 *
 * @throws TypeError when it is none
 */
export function registerCallOf(call: Operation): Operation<RegisterInput, Scalar> {
  const { input, output } = call
  if (!isInput(input)) throw new TypeError(`not a call of a register: ${JSON.stringify(input)}`)
  if (output === undefined || input.kind === 'write') return { ...call, input, output: undefined }
  if (!isScalar(output)) {
    // An answer that no register can hold: no order explains it.
    return { ...call, input, output: JSON.stringify(output) ?? 'no value' }
  }
  return { ...call, input, output }
}

function isInput(input: unknown): input is RegisterInput {
  if (typeof input !== 'object' || input === null || !('kind' in input)) return false
  return input.kind === 'read' || (input.kind === 'write' && 'value' in input)
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
