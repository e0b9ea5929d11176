import { thrownText } from '../isolate/outer/thrown-text.ts'
import type { ThrownText } from '../run/events.ts'

/**
 * An error of the isolate as this process is given it. It has lost its class on the way, but not what
 * its stack begins with, and it has gained frames of this process.
 */
export function hostError(error: unknown): ThrownText {
  const text = thrownText(error)
  const [, name] = /^([A-Za-z]\w*)(?::|\n|$)/.exec(text.stack) ?? []
  const [stack = ''] = text.stack.split('\n    at (<isolated-vm boundary>)')
  return { ...text, stack, ...(name === undefined ? {} : { name }) }
}

/** True for what isolated-vm says of an isolate that is full. */
export function isOutOfMemory({ message }: ThrownText): boolean {
  return /memory limit|out of memory|array buffer allocation/i.test(message)
}
