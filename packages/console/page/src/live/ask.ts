/** What came of a request to the console. */
export type Answer<Body> =
  | { readonly kind: 'done'; readonly body: Body }
  | Refused
  /** Nobody answered. */
  | { readonly kind: 'lost' }

/** The console said no; `message` says why, and what would help. */
interface Refused {
  readonly kind: 'refused'
  readonly status: number
  readonly message: string
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A console that says nothing for so long is not reached. */
const PATIENCE_MS = 15_000

/**
 * Asks the console that this page comes from; both are of one build, so that its answer is what it
 * says. It never throws: what went wrong is an answer too.
 */
export async function ask<Body>(
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer<Body>> {
  try {
    const response = await fetch(path, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) return refusalOf(response.status, text)
    const answered: Body = JSON.parse(text === '' ? '{}' : text)
    return { kind: 'done', body: answered }
  } catch {
    return { kind: 'lost' }
  }
}

/** What an answer says to the host; nothing where it is what they wanted. */
export function complaintOf(answer: Answer<unknown>): string | undefined {
  switch (answer.kind) {
    case 'done':
      return undefined
    case 'refused':
      return answer.message
    case 'lost':
      return 'The console does not answer. Look at its terminal: does it still run?'
  }
}

function refusalOf(status: number, text: string): Refused {
  const said: unknown = text.startsWith('{') ? JSON.parse(text) : undefined
  const isTold = typeof said === 'object' && said !== null && 'message' in said
  const message = isTold ? String(said.message) : `The console refused (${status}).`
  return { kind: 'refused', status, message }
}
