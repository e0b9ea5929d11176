import type { Trouble } from './state.ts'

/** An error as sentences. One that was not made for a learner names what can be reported. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Error && 'fix' in error && typeof error.fix === 'string') {
    return { text: error.message, fix: error.fix }
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    text: `Something went wrong inside the kit: ${text.split('\n').slice(0, 2).join(' ').trim()}`,
    fix: 'Your file is as it was. Show this to your host; Enter tries again.',
  }
}
