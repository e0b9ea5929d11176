import { linearizable } from '../checks/linearizable.ts'
import type { Scalar } from '../checks/models/model.ts'
import { register } from '../checks/models/register.ts'
import type { RegisterInput } from '../checks/models/register.ts'
import type { Operation } from '../history/operation.ts'
import type { EndCheck } from '../scenario/definition.ts'

/**
 * The calls of the clients, `{ kind: 'read' }` and `{ kind: 'write', value }`, look as if each had
 * taken effect at one instant between its begin and its end (Herlihy and Wing 1990). Let every
 * write write another value.
 *
 * @param text the rule in one sentence, as a learner reads it
 */
export function linearizableRegister(
  text = 'reads and writes look as if they happened one at a time',
  initial: Scalar = null,
): EndCheck {
  return {
    kind: 'linearizability',
    text,
    check({ history }) {
      const verdict = linearizable(history.map(registerCall), register(initial))
      switch (verdict.kind) {
        case 'linearizable':
          return null
        case 'unknown':
          return { text: verdict.text, isUnknown: true }
        case 'not-linearizable': {
          const [first] = verdict.blocked
          const at = first?.returnedAt ?? first?.invokedAt
          return at === undefined ? { text: verdict.text } : { text: verdict.text, at }
        }
      }
    },
  }
}

function registerCall(call: Operation): Operation<RegisterInput, Scalar> {
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
