import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { endOf } from '../history/end-of.ts'
import type { Operation } from '../history/operation.ts'
import { createRng } from '../random/create-rng.ts'
import { linearizable } from './linearizable.ts'
import { appendStore } from './models/append-store.ts'
import { casRegister } from './models/cas-register.ts'
import type { Model } from './models/model.ts'
import { register } from './models/register.ts'
import { atomicHistory } from './testing/atomic-history.ts'
import { atomicAppendStore, atomicCasRegister, atomicRegister } from './testing/atomic-objects.ts'
import type { AtomicObject } from './testing/atomic-objects.ts'

const RUNS = { numRuns: fc.readConfigureGlobal().numRuns ?? 200 }
const SHAPE = { clients: 4, operations: 100, timeouts: 0.02 }
/** Each order of appends is a state of its own, so that a wrong history takes much longer. */
const APPEND_SHAPE = { clients: 3, operations: 50, timeouts: 0.02 }

/** Without the shortcut for values that are written once. */
const searchedRegister = { ...register(), decide: () => undefined }

describe('a history of an object that really is atomic', () => {
  test('is linearizable, and not so with a value that nobody wrote: register', () => {
    expect(failure(atomicRegister, register(), 'never written')).toBeUndefined()
  })

  test('is linearizable, and not so with a value that nobody wrote: search alone', () => {
    expect(failure(atomicRegister, searchedRegister, 'never written')).toBeUndefined()
  })

  test('is linearizable, and not so with a value that nobody wrote: compare-and-set', () => {
    expect(failure(atomicCasRegister, casRegister(), 'never written')).toBeUndefined()
  })

  test('is linearizable, and not so with a value that nobody wrote: append', () => {
    expect(failure(atomicAppendStore, appendStore, 'never written', APPEND_SHAPE)).toBeUndefined()
  })
})

describe('a history of a register with one value of another read', () => {
  test('gets the same verdict from the shortcut and from the search', () => {
    const kinds = new Set<string>()
    const property = fc.property(fc.nat(), (seed) => {
      const history = atomicHistory(createRng(seed), atomicRegister, SHAPE)
      const reads = history.filter(isAnsweredRead)
      const other = createRng(seed + 1).pick(reads)
      const corrupted = corruptRead(history, seed, other.output)
      const { kind } = linearizable(corrupted, searchedRegister)
      expect(linearizable(corrupted, register()).kind).toBe(kind)
      kinds.add(kind)
    })
    fc.assert(property, RUNS)
    expect([...kinds].toSorted()).toEqual(['linearizable', 'not-linearizable'])
  })

  test('is wrong if it is a value that had been overwritten, and read, before the call', () => {
    const property = fc.property(fc.nat(), (seed) => {
      const history = atomicHistory(createRng(seed), atomicRegister, SHAPE)
      const last = history.findLast(isAnsweredRead)
      const first = history.find((call) => call.input.kind === 'write' && call.outcome === 'ok')
      fc.pre(last !== undefined && first?.input.kind === 'write')
      const end = first.returnedAt ?? Infinity
      const isOverwritten = history.some(
        (call) =>
          call.input.kind === 'write' &&
          call.outcome === 'ok' &&
          call.invokedAt > end &&
          (call.returnedAt ?? Infinity) < last.invokedAt,
      )
      fc.pre(isOverwritten)
      const { value } = first.input
      const corrupted = history.map((call) => (call === last ? { ...call, output: value } : call))
      expect(linearizable(corrupted, register()).kind).toBe('not-linearizable')
    })
    fc.assert(property, RUNS)
  })
})

/**
 * What is wrong with the verdicts, if anything is.
 *
 * @param foreign an output that no operation can give
 */
function failure<State, Input extends { readonly kind: string }, Output>(
  object: AtomicObject<State, Input, Output>,
  model: Model<State, Input, Output>,
  foreign: Output,
  shape = SHAPE,
): string | undefined {
  const property = fc.property(fc.nat(), (seed) => {
    const history = atomicHistory(createRng(seed), object, shape)
    const corrupted = corruptRead(history, seed, foreign)
    const verdict = linearizable(corrupted, model)
    return (
      linearizable(history, model).kind === 'linearizable' &&
      verdict.kind === 'not-linearizable' &&
      isExplained(verdict.placed, object) &&
      verdict.blocked.length > 0
    )
  })
  return fc.defaultReportMessage(fc.check(property, RUNS))
}

/** Whether the order keeps to time and gives the outputs of the history. */
function isExplained<State, Input, Output>(
  placed: readonly Operation<Input, Output>[],
  object: AtomicObject<State, Input, Output>,
): boolean {
  let { initial: state } = object
  let latestStart = -Infinity
  return placed.every((call) => {
    const after = object.apply(state, call.input)
    const isInTime = endOf(call) >= latestStart
    latestStart = Math.max(latestStart, call.invokedAt)
    state = after.state
    return isInTime && (call.output === undefined || call.output === after.output)
  })
}

/** The history with another output in one of its answered reads. */
function corruptRead<Input extends { readonly kind: string }, Output>(
  history: readonly Operation<Input, Output>[],
  seed: number,
  output: Output | undefined,
): Operation<Input, Output>[] {
  const victim = createRng(seed).pick(history.filter(isAnsweredRead))
  return history.map((call) => (call === victim ? { ...call, output } : call))
}

function isAnsweredRead({ input, outcome }: Operation<{ readonly kind: string }>): boolean {
  return outcome === 'ok' && (input.kind === 'read' || input.kind === 'get')
}
