import type { Move, MoveAnswer } from './messages.ts'
import { readAnswer } from './read-messages.ts'

/** Longer than this a wish to move is stale. */
const TIMEOUT_MS = 4000

/** Undefined where the console could not be asked, or did not answer as it should. */
export async function sendMove(move: Move): Promise<MoveAnswer | undefined> {
  try {
    const answer = await fetch('/api/relay/move', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(move),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return answer.ok ? readAnswer(await answer.json()) : undefined
  } catch {
    return undefined
  }
}
