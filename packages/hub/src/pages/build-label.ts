import type { BuildState } from '../builds.ts'

/** What a deck's card and the stream of events say about its build, in one wording. */
export interface BuildLabel {
  kind: BuildState['kind']
  text: string
  /** 0 to 100; the bar is shown only while `kind` is `building`. */
  percent: number
}

export function buildLabel(state: BuildState): BuildLabel {
  const { kind } = state
  if (kind !== 'building') return { kind, text: TEXT[kind], percent: 0 }
  const percent = Math.round(Math.min(1, Math.max(0, state.done)) * 100)
  return { kind, text: `Building ${percent} %`, percent }
}

const TEXT = {
  idle: 'Not built: opening builds it',
  queued: 'Waiting to be built',
  built: 'Ready',
  failed: 'Build failed: open to see why',
} as const
