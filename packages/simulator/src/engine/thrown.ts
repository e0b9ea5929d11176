const TEXT_MAX = 200

/** What was thrown, in one line and at most 200 characters. Never runs code of the thrown value. */
export function thrownText(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : printed(thrown)
  const [line = ''] = text.split('\n')
  return line.length > TEXT_MAX ? `${line.slice(0, TEXT_MAX - 1)}…` : line
}

function printed(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null
    ? 'an object that is no Error'
    : String(thrown)
}

/** Whether an error says that something frozen was to be changed, in the words of any engine. */
export function changesFrozen(thrown: unknown): boolean {
  return (
    thrown instanceof TypeError &&
    /read[ -]?only|not extensible|frozen|cannot (?:delete|redefine|define|assign|add) prop/i.test(
      thrown.message,
    )
  )
}

export function isThenable(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}
