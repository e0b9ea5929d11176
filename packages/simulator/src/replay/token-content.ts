import type { TokenContent } from './token.ts'

/**
 * Whether a value has the shape of a token's content. Faults and calls are looked at by whoever
 * runs them; a checksum has been held already, so this tells versions apart, not attacks.
 */
export function isContent(value: unknown): value is TokenContent {
  return (
    isRecord(value) &&
    typeof value['kit'] === 'string' &&
    typeof value['scenario'] === 'string' &&
    Number.isInteger(value['seed']) &&
    isRecord(value['profile']) &&
    Array.isArray(value['plan']) &&
    typeof value['clients'] === 'number' &&
    typeof value['runMs'] === 'number' &&
    typeof value['healAtMs'] === 'number' &&
    (value['kept'] === undefined || Array.isArray(value['kept'])) &&
    (value['workload'] === undefined || Array.isArray(value['workload']))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
