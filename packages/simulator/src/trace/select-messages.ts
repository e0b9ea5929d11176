import type { Focus } from './focus-of.ts'
import type { Message } from './messages-of.ts'

/**
 * At most `most` messages, in their order: half of them the last ones of the nodes that the finding
 * names, the others the last ones of all. What ended after the finding explains nothing.
 */
export function selectMessages(
  messages: readonly Message[],
  focus: Focus,
  most: number,
): readonly Message[] {
  const before = messages.filter(({ sentAt, end }) => (end?.at ?? sentAt) <= focus.until)
  if (before.length <= most) return before
  const latest = before.toSorted((one, other) => endOf(other) - endOf(one))
  const named = latest.filter(({ from, to }) => focus.nodes.has(from) || focus.nodes.has(to))
  const chosen = new Set(named.slice(0, Math.ceil(most / 2)))
  for (const message of latest) {
    if (chosen.size < most) chosen.add(message)
  }
  return before.filter((message) => chosen.has(message))
}

function endOf({ sentAt, end }: Message): number {
  return end?.at ?? sentAt
}
