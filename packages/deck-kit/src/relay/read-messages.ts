import type { MoveAnswer, Position, RelayRole, ShownRun, Told } from './messages.ts'

/** What an event of the console says; undefined for what this version of the deck does not know. */
export function readTold(text: string): Told | undefined {
  const data = parsed(text)
  if (!isRecord(data)) return undefined
  const { kind, deck, run } = data
  if (kind === 'deck' && typeof deck === 'string') return { kind, deck }
  if (kind === 'shown' && (run === null || typeof run === 'string')) return { kind, run }
  const standing = readStanding(data)
  if (kind !== 'position' || standing === undefined) return undefined
  return { kind, ...standing, isLed: data['isLed'] === true }
}

export function readAnswer(data: unknown): MoveAnswer | undefined {
  const standing = isRecord(data) ? readStanding(data) : undefined
  if (standing === undefined || !isRecord(data)) return undefined
  return { ...standing, isTaken: data['isTaken'] === true }
}

export function readPosition(data: unknown): Position | undefined {
  if (!isRecord(data)) return undefined
  const { page, clicks, total } = data
  if (!isCount(page) || !isCount(clicks) || page < 1) return undefined
  return { page, clicks, total: isCount(total) ? total : null }
}

export function readShownRun(data: unknown): ShownRun | undefined {
  if (!isRecord(data)) return undefined
  const { id, title, about, text } = data
  if (typeof id !== 'string' || typeof title !== 'string') return undefined
  if (typeof about !== 'string' || typeof text !== 'string') return undefined
  return { id, title, about, text, trace: data['trace'] ?? null }
}

export function isRelayRole(role: unknown): role is RelayRole {
  return role === 'host' || role === 'remote' || role === 'follow'
}

function readStanding(data: Record<string, unknown>): Omit<MoveAnswer, 'isTaken'> | undefined {
  const { epoch, revision } = data
  if (typeof epoch !== 'string' || !isCount(revision)) return undefined
  return { epoch, revision, position: readPosition(data['position']) ?? null }
}

function isCount(data: unknown): data is number {
  return typeof data === 'number' && Number.isSafeInteger(data) && data >= 0
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
