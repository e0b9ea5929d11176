const TEXT_MAX = 200

/** What was thrown, in one line and at most 200 characters. */
export function thrownText(thrown: unknown): string {
  const [line = ''] = wordsOf(thrown).split('\n')
  return line.length > TEXT_MAX ? `${line.slice(0, TEXT_MAX - 1)}…` : line
}

/** Whether an error says that something frozen was to be changed, in the words of any engine. */
export function changesFrozen(thrown: unknown): boolean {
  return /^TypeError: .*(?:read[ -]?only|not extensible|frozen|cannot (?:delete|redefine|define|assign|add) prop)/i.test(
    thrownText(thrown),
  )
}

export function isThenable(value: unknown): value is { then: (...args: unknown[]) => unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}

/** By its fields and not by its class: code in a realm of its own has other classes. */
function wordsOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  try {
    if ('name' in thrown && 'message' in thrown)
      return `${String(thrown.name)}: ${String(thrown.message)}`
  } catch {
    // A field that throws when it is read says nothing.
  }
  return 'an object that is no Error'
}
