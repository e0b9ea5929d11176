/** What a suite asked a submission for that it does not export, since it was asked last. */
export interface AbsentExports {
  /** In the order in which they were asked for; each once. */
  take(): string[]
}

/** Nobody writes a test that asks for more. */
const NAMES_MAX = 20

/**
 * The exports of a submission for a suite, and what is noted of those that it lacks: to call what is
 * not there is a `TypeError` in the words of whoever bundled the suite, which names no file of the
 * learner's. What is there is found before the prototype is asked.
 */
export function withAbsent(exports: object): {
  subject: Readonly<Record<PropertyKey, unknown>>
  absent: AbsentExports
} {
  const asked = new Set<string>()
  const prototype = new Proxy(
    {},
    {
      get(target, key) {
        const isAbsent = typeof key === 'string' && !(key in target)
        if (isAbsent && asked.size < NAMES_MAX) asked.add(key)
        return Reflect.get(target, key)
      },
    },
  )
  const subject: Record<PropertyKey, unknown> = Object.create(prototype)
  Object.defineProperties(subject, Object.getOwnPropertyDescriptors(exports))
  return {
    subject,
    absent: {
      take() {
        const names = [...asked]
        asked.clear()
        return names
      },
    },
  }
}
