/** An error that every package of the kit throws for its user: what is wrong and the way out. */
interface ForTheUser extends Error {
  /** What to do about it, as a sentence or a command. */
  fix: string
}

/**
 * The one place where errors become text. An error made for the user shows its message and its
 * way out; anything else is a mistake of ours and shows its stack, so that it can be reported.
 */
export function renderError(error: unknown): string {
  if (isForTheUser(error)) {
    // After the text of a compiler the way out stands by itself.
    return `${error.message}${error.message.includes('\n') ? '\n' : ' '}${error.fix}`
  }
  if (error instanceof Error) return `Something went wrong inside the kit.\n${error.stack}`
  return `Something went wrong inside the kit: ${String(error)}`
}

function isForTheUser(error: unknown): error is ForTheUser {
  return error instanceof Error && 'fix' in error && typeof error.fix === 'string'
}
