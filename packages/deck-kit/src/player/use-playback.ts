import { onUnmounted, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

import { advance, advanceStep, atStart, STEP_MS, within } from './playback.ts'
import type { Playback } from './playback.ts'
import { isSameScene, sceneAt } from './run.ts'
import type { Run, Scene } from './run.ts'

/** @param msPerSecond how fast the time goes by; 0 while the stage stands */
type Painter = (at: number, msPerSecond: number) => void

export interface Stage {
  /** Whether it plays and how fast; `at` is the time of the last change, not of the last frame. */
  readonly playback: Readonly<ShallowRef<Playback>>
  /** Changes only when there is another picture, messages apart. */
  readonly scene: Readonly<ShallowRef<Scene>>
  /** Exact at every frame. */
  present(): Playback
  change(by: (playback: Playback) => Playback): void
  /** Shows another run at the time at which it stands. */
  changeRun(run: Run): void
  /** Calls `paint` at once, and then on every frame that shows another time. */
  onFrame(paint: Painter): void
}

/**
 * Plays a run. What moves is told to painters, sixty times a second; Vue hears only of what changed.
 *
 * @param isReduced whether motion is unwanted: then one picture follows the other
 * @param from where it stands at first
 */
export function usePlayback(first: Run, isReduced: () => boolean, from = atStart): Stage {
  let run = first
  let present: Playback = { ...within(from, run), isPlaying: false }
  let request: number | undefined
  let lastFrame = 0
  const playback = shallowRef(present)
  const scene = shallowRef(sceneAt(run, present.at))
  const painters: Painter[] = []
  const msPerSecond = (): number => (present.isPlaying ? run.paceMs * present.tempo : 0)

  function show(next: Playback): void {
    const isMoved = next.at !== present.at
    const isSame = next.isPlaying === present.isPlaying && next.tempo === present.tempo
    present = next
    if (isMoved) {
      const found = sceneAt(run, next.at)
      if (!isSameScene(found, scene.value)) scene.value = found
    }
    if (isMoved || !isSame) for (const paint of painters) paint(next.at, msPerSecond())
    if (!isSame || !next.isPlaying) playback.value = next
  }

  function frame(now: number): void {
    const realMs = now - lastFrame
    if (!isReduced()) {
      lastFrame = now
      show(advance(present, realMs, run))
    } else if (realMs >= STEP_MS) {
      lastFrame = now
      show(advanceStep(present, run))
    }
    request = present.isPlaying ? requestAnimationFrame(frame) : undefined
  }

  function change(by: (playback: Playback) => Playback): void {
    show(by(present))
    if (!present.isPlaying || request !== undefined) return
    lastFrame = performance.now()
    request = requestAnimationFrame(frame)
  }

  function changeRun(next: Run): void {
    run = next
    present = within(present, run)
    scene.value = sceneAt(run, present.at)
    playback.value = present
    for (const paint of painters) paint(present.at, msPerSecond())
  }

  onUnmounted(() => {
    if (request !== undefined) cancelAnimationFrame(request)
  })

  return {
    playback,
    scene,
    present: () => present,
    change,
    changeRun,
    onFrame(paint) {
      painters.push(paint)
      paint(present.at, msPerSecond())
    },
  }
}
