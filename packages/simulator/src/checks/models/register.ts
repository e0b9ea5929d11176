import { decideUniqueWrites } from './decide-unique-writes.ts'
import { IMPOSSIBLE } from './model.ts'
import type { Model, Scalar } from './model.ts'
import { describeRegisterCall } from './register-call.ts'
import type { RegisterInput } from './register-call.ts'

/** One value, read and overwritten. It starts as `initial`, by default null. */
export function register(initial: Scalar = null): Model<Scalar, RegisterInput, Scalar> {
  return {
    initial,
    step(state, input, output) {
      if (input.kind === 'write') return input.value
      return output === undefined || output === state ? state : IMPOSSIBLE
    },
    isReadOnly: (input) => input.kind === 'read',
    stateKey: (state) => state,
    describe: describeRegisterCall,
    describeOutput: (input, output) =>
      input.kind === 'write' ? 'ok' : (JSON.stringify(output) ?? 'unknown'),
    decide: (operations) => decideUniqueWrites(operations, initial),
  }
}
