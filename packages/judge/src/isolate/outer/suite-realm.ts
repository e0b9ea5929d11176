import type { Report } from '@five-pillars/simulator'

import type { Task } from '../../run/task.ts'
import type { InnerSide, OuterSide } from '../border-sides.ts'

/** What the process around the isolate puts into the suite's realm. */
export interface SuiteRealm {
  /** The other side of the border: raw, and therefore not to be looked into. */
  readonly inner: { openBorder(outer: OuterSide): InnerSide }
  readonly report: (json: string) => void
  readonly pulse: SharedArrayBuffer
  /** Told of each simulated run of the suite. */
  ran: (report: Report) => void
  /** What the suite imports as `#subject`. */
  subject: Readonly<Record<PropertyKey, unknown>>
  /**
   * Does what is to be done with the submission that has this namespace, which is of this realm and
   * needs no border when it `isDirect`.
   */
  run?: (namespace: object, task: Task, isDirect: boolean) => void
}

declare global {
  var fivePillars: SuiteRealm
}
