import type { Rng } from '../../contract.ts'
import type { AppendStoreInput } from '../models/append-store.ts'
import type { CasRegisterInput } from '../models/cas-register.ts'
import type { Scalar } from '../models/model.ts'
import type { RegisterInput } from '../models/register-call.ts'

/** A correct object with code of its own beside that of its model. */
export interface AtomicObject<State, Input, Output> {
  readonly initial: State
  apply(state: State, input: Input): { state: State; output: Output | undefined }
  /** The number of the operation helps to make values unique. */
  nextInput(rng: Rng, operation: number): Input
}

/** Writes each value once. */
export const atomicRegister: AtomicObject<Scalar, RegisterInput, Scalar> = {
  initial: null,
  apply: (state, input) =>
    input.kind === 'write' ? { state: input.value, output: undefined } : { state, output: state },
  nextInput: (rng, operation) =>
    rng.int(2) === 0 ? { kind: 'read' } : { kind: 'write', value: operation + 1 },
}

/** Writes the values 0 to 3 again and again. */
export const atomicCasRegister: AtomicObject<Scalar, CasRegisterInput, Scalar> = {
  initial: null,
  apply(state, input) {
    if (input.kind !== 'cas') {
      const isWrite = input.kind === 'write'
      return isWrite ? { state: input.value, output: undefined } : { state, output: state }
    }
    const isFound = state === input.from
    return { state: isFound ? input.to : state, output: isFound }
  },
  nextInput(rng) {
    const kind = rng.pick(['read', 'write', 'cas'] as const)
    if (kind === 'read') return { kind }
    if (kind === 'write') return { kind, value: rng.int(4) }
    return { kind, from: rng.int(4), to: rng.int(4) }
  },
}

export const atomicAppendStore: AtomicObject<string, AppendStoreInput, string> = {
  initial: '',
  apply(state, input) {
    if (input.kind === 'get') return { state, output: state }
    const text = input.kind === 'put' ? input.value : `${state}${input.value}`
    return { state: text, output: undefined }
  },
  nextInput(rng, operation) {
    const kind = rng.pick(['get', 'get', 'append', 'append', 'put'] as const)
    return kind === 'get' ? { kind } : { kind, value: `${operation};` }
  },
}
