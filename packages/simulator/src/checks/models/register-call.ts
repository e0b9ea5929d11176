import type { Scalar } from './model.ts'

export type RegisterInput =
  | { readonly kind: 'read' }
  | { readonly kind: 'write'; readonly value: Scalar }

/** `read x`, `write x = 3`. */
export function describeRegisterCall(key: string, input: RegisterInput): string {
  return input.kind === 'write' ? `write ${key} = ${JSON.stringify(input.value)}` : `read ${key}`
}
