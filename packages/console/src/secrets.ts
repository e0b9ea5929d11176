import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** Without letters that are taken for digits. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** 256 random bits, as text. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What a room, and what a learner, is let in with. */
export function newRoomCode(): string {
  return letters(CODE_LETTERS, 6)
}

export function newPersonalCode(): string {
  return [4, 4, 4].map((length) => letters(CODE_LETTERS, length)).join('-')
}

export function newLearnerId(): string {
  return letters(ID_LETTERS, 12)
}

function letters(from: string, length: number): string {
  return Array.from({ length }, () => from.charAt(randomInt(from.length))).join('')
}

/** What is kept of a secret: whoever reads the room's file can do nothing with it. */
export function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Compares in a time that tells nothing of where they differ. */
export function isSameSecret(given: string, own: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(given).digest(),
    createHash('sha256').update(own).digest(),
  )
}
