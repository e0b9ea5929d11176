import { IMPOSSIBLE } from './model.ts'
import type { Model, Scalar } from './model.ts'
import { describeRegisterCall } from './register-call.ts'
import type { RegisterInput } from './register-call.ts'

export type CasRegisterInput =
  | RegisterInput
  | { readonly kind: 'cas'; readonly from: Scalar; readonly to: Scalar }

/**
 * A register with compare-and-set, which outputs true if it found `from` and wrote `to`, and false
 * if it found something else. A refused one is thus an operation that went well (outcome `ok`), and
 * tells what the value was not. The register starts as `initial`, by default null.
 */
export function casRegister(initial: Scalar = null): Model<Scalar, CasRegisterInput, Scalar> {
  return {
    initial,
    step(state, input, output) {
      if (input.kind === 'write') return input.value
      if (input.kind === 'read') {
        return output === undefined || output === state ? state : IMPOSSIBLE
      }
      const isFound = state === input.from
      if (output !== undefined && output !== isFound) return IMPOSSIBLE
      return isFound ? input.to : state
    },
    isReadOnly: (input, output) =>
      input.kind === 'read' || (input.kind === 'cas' && output === false),
    stateKey: (state) => state,
    describe(key, input) {
      if (input.kind !== 'cas') return describeRegisterCall(key, input)
      return `cas ${key} ${JSON.stringify(input.from)} → ${JSON.stringify(input.to)}`
    },
    describeOutput(input, output) {
      if (input.kind === 'write') return 'ok'
      if (output === undefined) return 'unknown'
      if (input.kind === 'read') return JSON.stringify(output)
      return output === true ? 'swapped' : 'refused'
    },
  }
}
