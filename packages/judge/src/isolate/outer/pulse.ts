/** Tells the process around the isolate when the submission is called, and when it has answered. */
export interface Pulse {
  entered(): void
  left(): void
  /** The submission was refused memory, and may go on for long to be refused more. */
  filled(): void
}

/** Where the numbers stand in the shared memory. */
export const PULSE = { calls: 0, depth: 1, full: 2 } as const
export const PULSE_BYTES = 12

export function createPulse(memory: SharedArrayBuffer): Pulse {
  const numbers = new Int32Array(memory)
  let calls = 0
  let depth = 0
  return {
    entered: () => {
      depth += 1
      calls = (calls + 1) | 0
      numbers[PULSE.calls] = calls
      numbers[PULSE.depth] = depth
    },
    filled: () => {
      numbers[PULSE.full] = 1
    },
    left: () => {
      depth -= 1
      calls = (calls + 1) | 0
      numbers[PULSE.calls] = calls
      numbers[PULSE.depth] = depth
    },
  }
}
