/** Tells the process around the isolate when the submission is called, and when it has answered. */
export interface Pulse {
  entered(): void
  left(): void
}

/** Where the numbers stand in the shared memory. */
export const PULSE = { calls: 0, depth: 1 } as const
export const PULSE_BYTES = 8

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
    left: () => {
      depth -= 1
      calls = (calls + 1) | 0
      numbers[PULSE.calls] = calls
      numbers[PULSE.depth] = depth
    },
  }
}
