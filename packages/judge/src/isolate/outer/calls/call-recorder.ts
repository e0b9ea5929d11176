import type { Recorder } from '@five-pillars/suite'

import { relevantSteps } from '../../../replay/relevant-steps.ts'
import type { Connection } from '../stand-in.ts'
import { Recording } from './recording.ts'

/** What a learner can copy and a terminal can show has an end. */
const TEXT_MAX = 60_000

/** Records what crosses the border while a failing case is run once more. */
export function createCallRecorder(
  connection: Connection,
  exports: () => Readonly<Record<PropertyKey, unknown>>,
): Recorder {
  return {
    start() {
      const { standsFor } = connection.inner
      connection.heard.recording = new Recording((value) => standsFor(value), exports())
    },
    /** The steps as JSON; undefined where they cannot be told. */
    stop() {
      const steps = connection.heard.recording?.steps
      connection.heard.recording = undefined
      if (steps === undefined) return undefined
      const text = JSON.stringify(relevantSteps(steps))
      return text.length > TEXT_MAX ? undefined : text
    },
  }
}
