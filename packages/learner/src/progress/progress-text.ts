import type { Progress } from './progress.ts'

/** Keys of moments: `at`, `passedAt` and the like. */
const MOMENT = /(?:^a|A)t$/

/** One readable file: a person may look into it, and compare two of them. */
export function asText(progress: Progress): Uint8Array {
  const text = JSON.stringify(
    progress,
    (key, value: unknown) =>
      MOMENT.test(key) && typeof value === 'number' ? new Date(value).toISOString() : value,
    2,
  )
  return new TextEncoder().encode(`${text}\n`)
}

/** @throws SyntaxError when it is not JSON */
export function fromText(content: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(content), (key, value: unknown) =>
    MOMENT.test(key) && typeof value === 'string' ? Date.parse(value) : value,
  )
}
