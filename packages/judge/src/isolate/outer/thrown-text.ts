import type { ThrownText } from '../../run/events.ts'

const TEXT_MAX = 4000
const CAUSES_MAX = 5

/**
 * Any thrown value as text. It may come from a submission: reading it may throw, or never be an
 * error at all.
 */
export function thrownText(value: unknown, depth = 0): ThrownText {
  const cause = depth < CAUSES_MAX ? causeOf(value, depth) : undefined
  const replay = textOf(read(value, 'replay'))
  const calls = textOf(read(value, 'calls'))
  const message = textOf(read(value, 'message')) ?? describe(value)
  return {
    name: textOf(read(value, 'name')) ?? 'Thrown value',
    message: message.slice(0, TEXT_MAX),
    stack: (textOf(read(value, 'stack')) ?? '').slice(0, TEXT_MAX),
    ...(replay === undefined ? {} : { replay }),
    ...(calls === undefined ? {} : { calls }),
    ...(cause === undefined ? {} : { cause }),
  }
}

/** Nothing at all can be thrown, too: then there is a cause, and it is undefined. */
function causeOf(value: unknown, depth: number): ThrownText | undefined {
  const hasOne = typeof value === 'object' && value !== null && 'cause' in value
  return hasOne ? thrownText(read(value, 'cause'), depth + 1) : undefined
}

function read(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    return Reflect.get(value, key)
  } catch {
    return undefined
  }
}

/** Vitest reads a thrown value first, and puts this in the place of what throws when it is read. */
const UNREADABLE = '<unserializable>'

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && !value.startsWith(UNREADABLE) ? value : undefined
}

function describe(value: unknown): string {
  try {
    return typeof value === 'object' && value !== null ? 'an object' : String(value)
  } catch {
    return typeof value
  }
}
