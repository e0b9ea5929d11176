import { IMPOSSIBLE } from './model.ts'
import type { Model } from './model.ts'

export type AppendStoreInput =
  | { readonly kind: 'get' }
  | { readonly kind: 'put'; readonly value: string }
  | { readonly kind: 'append'; readonly value: string }

/** A store of texts that can be got, put and appended to. A key that was never put is empty. */
export const appendStore: Model<string, AppendStoreInput, string> = {
  initial: '',
  step(state, input, output) {
    if (input.kind === 'put') return input.value
    if (input.kind === 'append') return state + input.value
    return output === undefined || output === state ? state : IMPOSSIBLE
  },
  isReadOnly: (input) => input.kind === 'get',
  stateKey: (state) => state,
  describe(key, input) {
    if (input.kind === 'get') return `get ${key}`
    const value = JSON.stringify(input.value)
    return input.kind === 'put' ? `put ${key} = ${value}` : `append ${key} + ${value}`
  },
  describeOutput: (input, output) =>
    input.kind === 'get' ? (JSON.stringify(output) ?? 'unknown') : 'ok',
}
