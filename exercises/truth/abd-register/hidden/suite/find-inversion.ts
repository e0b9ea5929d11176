import type { Operation } from '@five-pillars/simulator'

/** Somebody has seen a newer value, and somebody later an older one. */
export interface Inversion {
  /** The call that had the newer value, and had ended before the other began. */
  readonly newer: Operation
  /** The read that gave the older value after that. */
  readonly stale: Operation
  /** Two calls that show which value is the newer one; none where the older one is the first. */
  readonly evidence: readonly Operation[]
  /** The writes of both values, as far as there are any. */
  readonly writes: readonly Operation[]
}

/**
 * The earliest read of an old value after a newer one. Every value is written once, so the calls
 * that have it belong together; two values contradict each other when each of them has a call that
 * ended before a call of the other began (Gibbons and Korach 1997).
 */
export function findInversion(history: readonly Operation[]): Inversion | undefined {
  const known = history.filter((call) => valueOf(call) !== undefined)
  const reads = known
    .filter((call) => !isWrite(call) && call.outcome === 'ok')
    .toSorted((a, b) => endOf(a) - endOf(b))
  for (const stale of reads) {
    for (const newer of known) {
      if (!precedes(newer, stale) || !isOlder(valueOf(stale), valueOf(newer), known)) continue
      const evidence = evidenceThat(valueOf(stale), valueOf(newer), known)
      if (evidence === undefined) continue
      const values = new Set([valueOf(stale), valueOf(newer)])
      const writes = known.filter((call) => isWrite(call) && values.has(valueOf(call)))
      return { newer, stale, evidence, writes }
    }
  }
  return undefined
}

/** Of two values that contradict each other, each is before the other: one was written first. */
function isOlder(old: unknown, young: unknown, calls: readonly Operation[]): boolean {
  const begun = (value: unknown): number =>
    calls.find((call) => isWrite(call) && valueOf(call) === value)?.invokedAt ?? -Infinity
  return begun(old) < begun(young)
}

/** Two calls by which one value was there before the other; undefined when there are none. */
function evidenceThat(
  old: unknown,
  young: unknown,
  calls: readonly Operation[],
): readonly Operation[] | undefined {
  if (old === null) return []
  const ofYoung = calls.filter((call) => valueOf(call) === young)
  for (const first of calls.filter((call) => valueOf(call) === old)) {
    const then = ofYoung.find((call) => precedes(first, call))
    if (then !== undefined) return [first, then]
  }
  return undefined
}

function precedes(a: Operation, b: Operation): boolean {
  return endOf(a) < b.invokedAt || (a.client === b.client && endOf(a) === b.invokedAt && a !== b)
}

function endOf({ outcome, returnedAt }: Operation): number {
  return outcome === 'ok' && returnedAt !== null ? returnedAt : Infinity
}

function isWrite({ input }: Operation): boolean {
  return typeof input === 'object' && input !== null && 'value' in input
}

/** Undefined for a read without an answer: nobody knows what it would have given. */
function valueOf({ input, output, outcome }: Operation): unknown {
  if (typeof input === 'object' && input !== null && 'value' in input) return input.value
  if (outcome === 'ok' && output === undefined) {
    throw new Error('sentinel-abd-register-find-inversion.ts: a read gives null or a text')
  }
  return output
}
