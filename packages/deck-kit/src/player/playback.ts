import type { Run } from './run.ts'
import { stepAfter, stepBefore } from './steps.ts'

/** Where the stage is in a run, and whether it moves. */
export interface Playback {
  /** Virtual milliseconds since the run began. */
  readonly at: number
  readonly isPlaying: boolean
  /** Times the run's own pace. */
  readonly tempo: number
}

export const atStart: Playback = { at: 0, isPlaying: false, tempo: 1 }

/** A tab that was hidden, or a machine that was busy, does not jump over the story. */
const LONGEST_FRAME_MS = 100

/** How long each picture stands where motion is not wanted. */
export const STEP_MS = 800

/**
 * The stage after some real milliseconds. It stops at the first finding, which is what the speaker
 * wants to talk about, and at the end.
 */
export function advance(playback: Playback, realMs: number, run: Run): Playback {
  if (!playback.isPlaying) return playback
  const elapsedMs = Math.min(Math.max(0, realMs), LONGEST_FRAME_MS)
  const at = playback.at + (elapsedMs / 1000) * run.paceMs * playback.tempo
  return arrive(playback, at, run)
}

/** The stage after one picture of reduced motion: at the last thing that happened meanwhile. */
export function advanceStep(playback: Playback, run: Run): Playback {
  if (!playback.isPlaying) return playback
  const reach = playback.at + (STEP_MS / 1000) * run.paceMs * playback.tempo
  const next = stepAfter(run.steps, playback.at)?.at ?? run.endMs
  const last = stepBefore(run.steps, reach)?.at ?? reach
  return arrive(playback, Math.max(next, last), run)
}

function arrive(playback: Playback, at: number, run: Run): Playback {
  const stop = run.stopAt !== undefined && playback.at < run.stopAt ? run.stopAt : run.endMs
  return at < stop ? { ...playback, at } : { ...playback, at: stop, isPlaying: false }
}

/** Plays or pauses; at the end it begins anew. */
export function toggle(playback: Playback, run: Run): Playback {
  if (playback.isPlaying) return { ...playback, isPlaying: false }
  return { ...playback, isPlaying: true, at: playback.at >= run.endMs ? 0 : playback.at }
}

/** The stage in another run, which may be over sooner. */
export function within(playback: Playback, run: Run): Playback {
  return playback.at <= run.endMs ? playback : { ...playback, at: run.endMs, isPlaying: false }
}

/** Jumps to a time, which the run has or which is brought into it. */
export function seek(playback: Playback, at: number, run: Run): Playback {
  return { ...playback, isPlaying: false, at: Math.min(run.endMs, Math.max(0, at)) }
}

/** Stands at the next thing that happens, or at the one before. */
export function step(playback: Playback, by: -1 | 1, run: Run): Playback {
  const to = (by === 1 ? stepAfter : stepBefore)(run.steps, playback.at)
  return seek(playback, to?.at ?? playback.at, run)
}
