import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { DeckPixels } from '@five-pillars/printer'

/** What a deck looked like when somebody last looked at it; nothing for a new deck. */
export function acceptedPixels(deck: string): DeckPixels | undefined {
  const file = fileOf(deck)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

export function acceptPixels(deck: string, pixels: DeckPixels): void {
  writeFileSync(fileOf(deck), `${JSON.stringify(pixels, null, 2)}\n`)
}

function fileOf(deck: string): string {
  return path.join(import.meta.dirname, '../pixels', `${deck}.json`)
}
