import type { Playback } from './playback.ts'

/** What one window tells the others of its player. */
export interface Shared {
  readonly playback: Playback
  /** What happened at the step at which it stands. */
  readonly told: string
  /** The prediction, once it was made. */
  readonly chosen: number | undefined
}

/** Whether a message of another window is that: it may be of another version of the deck. */
export function isShared(data: unknown): data is Shared {
  return (
    isObject(data) &&
    typeof data['told'] === 'string' &&
    ['undefined', 'number'].includes(typeof data['chosen']) &&
    isObject(data['playback']) &&
    typeof data['playback']['at'] === 'number' &&
    typeof data['playback']['isPlaying'] === 'boolean' &&
    typeof data['playback']['tempo'] === 'number'
  )
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}
