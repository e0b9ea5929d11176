import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

import type { TaskQueueOptions } from '../../src/task-queue.ts'
import { scenes } from './scenes.ts'
import type { Step, Wait } from './scenes.ts'

const STEPS_MAX = 12

export interface Script {
  readonly options: TaskQueueOptions
  readonly ids: readonly string[]
  readonly workers: readonly string[]
  readonly steps: readonly Step[]
}

/** Names that a plain object as a map, a falsy test or a composed key gets wrong. */
const IDS = [
  ['x', 'y', 'z', 'u', 'v', 'w'],
  ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'x'],
  ['', '0', 'null', 'undefined', 'NaN', '-1'],
  ['10', '9', '1', '01', '2', '1.0'],
] as const

/** Beyond them the names are ordinary. */
const MORE = ['i', 'j', 'k', 'l', 'm', 'n', 'o'] as const

const WORKERS = [
  ['a', 'b', 'c'],
  ['', '0', 'constructor'],
] as const

const SHORT_MS = 3

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'submit',
    'submit',
    'lease',
    'lease',
    'lease',
    'complete',
    'complete',
    'heartbeat',
    'tick',
  ),
  wait: fc.constantFrom('none', 'none', 'none', 'short', 'some', 'long', 'deadline', 'overdue'),
  off: fc.constantFrom(0, 1, -1),
  nth: fc.nat(5),
  back: fc.constantFrom(0, 0, 1, 1, 2, 3, 5),
  about: fc.constantFrom(
    'own',
    'own',
    'own',
    'any copy',
    'next token',
    'other task',
    'unknown task',
  ),
})

const options = fc.record({
  leaseMs: fc.constantFrom(100, 40, 1000),
  maxAttempts: fc.constantFrom(3, 4, 2, 5, 3, 1),
  capacity: fc.constantFrom(4, 3, 2, 6, 1),
  backupFactor: fc.constantFrom(2, 1.5, 3, 1),
})

/** Conversations with one queue: a few tasks, three workers, a clock that never goes back. */
export const scripts: fc.Arbitrary<Script> = kept(
  fc
    .record({
      options,
      ids: fc.constantFrom(...IDS),
      workers: fc.constantFrom(...WORKERS),
      opening: fc.constantFrom(...scenes),
      steps: fc.array(step, { maxLength: STEPS_MAX, size: 'max' }),
    })
    .map(({ opening, steps, ids, ...rest }) => {
      return { ...rest, ids: [...ids, ...MORE], steps: [...opening, ...steps] }
    }),
)

/** Milliseconds of a wait that looks at no deadline. */
export function waitMs(wait: Wait, leaseMs: number): number {
  switch (wait) {
    case 'short':
      return SHORT_MS
    case 'some':
      return leaseMs / 4
    case 'long':
      return leaseMs * 2
    case 'none':
    case 'deadline':
    case 'overdue':
      return 0
  }
}

if (STEPS_MAX < 1) throw new Error('sentinel-task-queue-script.ts: conversations without a word')
