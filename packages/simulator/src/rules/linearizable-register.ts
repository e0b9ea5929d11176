import { linearizable } from '../checks/linearizable.ts'
import type { Scalar } from '../checks/models/model.ts'
import { register } from '../checks/models/register.ts'
import type { EndCheck } from '../scenario/definition.ts'
import { registerCallOf } from './register-call-of.ts'

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
      const verdict = linearizable(history.map(registerCallOf), register(initial))
      switch (verdict.kind) {
        case 'linearizable':
          return null
        case 'unknown':
          return { text: verdict.text, isUnknown: true }
        case 'not-linearizable':
          return { text: verdict.text, at: verdict.at }
      }
    },
  }
}
