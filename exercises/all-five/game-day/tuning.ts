import type { Tuning } from './src/game-day.ts'

/** How many machines keep each cart. */
export const REPLICAS = 3

/** What the shop can be run with. */
const ranges = {
  readQuorum: { from: 1, to: REPLICAS, isWhole: true },
  writeQuorum: { from: 1, to: REPLICAS, isWhole: true },
  virtualNodes: { from: 1, to: 500, isWhole: true },
  panicShare: { from: 0, to: 1, isWhole: false },
  minWorkers: { from: 1, to: 3, isWhole: true },
  maxWorkers: { from: 1, to: 15, isWhole: true },
} as const satisfies Record<keyof Tuning, { from: number; to: number; isWhole: boolean }>

/** Values that no shop can be run with; the message says which, and what is possible. */
export class BadTuning extends Error {
  override name = 'BadTuning'
}

/**
 * Reads what a submission exports as `tuning`.
 *
 * @throws {BadTuning} naming the first value that is not in its range
 */
export function readTuning(exported: unknown): Tuning {
  const read = (name: keyof Tuning): number => {
    const { from, to, isWhole } = ranges[name]
    const value: unknown = isRecord(exported) ? exported[name] : undefined
    const isRight = typeof value === 'number' && value >= from && value <= to
    if (isRight && (!isWhole || Number.isInteger(value))) return value
    const got = typeof value === 'number' ? String(value) : `a value of type ${typeof value}`
    const what = isWhole ? 'a whole number' : 'a number'
    throw new BadTuning(`tuning.${name} is ${got}; it is ${what} from ${from} to ${to}.`)
  }
  const tuning = {
    readQuorum: read('readQuorum'),
    writeQuorum: read('writeQuorum'),
    virtualNodes: read('virtualNodes'),
    panicShare: read('panicShare'),
    minWorkers: read('minWorkers'),
    maxWorkers: read('maxWorkers'),
  }
  if (tuning.minWorkers <= tuning.maxWorkers) return tuning
  const { minWorkers, maxWorkers } = tuning
  throw new BadTuning(
    `tuning.minWorkers is ${minWorkers}, above maxWorkers, which is ${maxWorkers}.`,
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
