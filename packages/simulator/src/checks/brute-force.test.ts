import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Operation } from '../history/operation.ts'
import { linearizable } from './linearizable.ts'
import { appendStore } from './models/append-store.ts'
import type { AppendStoreInput } from './models/append-store.ts'
import { casRegister } from './models/cas-register.ts'
import type { CasRegisterInput } from './models/cas-register.ts'
import type { Model, Scalar } from './models/model.ts'
import { register } from './models/register.ts'
import type { RegisterInput } from './models/register-call.ts'
import { arbitraryHistory } from './testing/arbitrary-history.ts'
import { atomicAppendStore, atomicCasRegister, atomicRegister } from './testing/atomic-objects.ts'
import type { AtomicObject } from './testing/atomic-objects.ts'
import { read, write } from './testing/call.ts'
import { isLinearizableByBruteForce } from './testing/brute-force.ts'

const MAX_OPERATIONS = 6
const RUNS = { numRuns: fc.readConfigureGlobal().numRuns ?? 3000 }

/** Without the shortcut for values that are written once. */
const searchedRegister = { ...register(), decide: () => undefined }

const values = fc.constantFrom<Scalar>(1, 2, 3)
const readValues = fc.constantFrom<Scalar>(null, 1, 2, 3)

const registerCalls = fc.oneof(
  fc.record({ input: fc.constant<RegisterInput>({ kind: 'read' }), output: readValues }),
  fc.record({
    input: values.map((value): RegisterInput => ({ kind: 'write', value })),
    output: fc.constant(undefined),
  }),
)

const casCalls = fc.oneof(
  fc.record({ input: fc.constant<CasRegisterInput>({ kind: 'read' }), output: readValues }),
  fc.record({
    input: values.map((value): CasRegisterInput => ({ kind: 'write', value })),
    output: fc.constant(undefined),
  }),
  fc.record({
    input: fc.record({ kind: fc.constant('cas' as const), from: readValues, to: values }),
    output: fc.constantFrom(true, false, undefined),
  }),
)

const texts = fc.constantFrom('a', 'b')

const appendCalls = fc.oneof(
  fc.record({
    input: fc.constant<AppendStoreInput>({ kind: 'get' }),
    output: fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'aa', 'aab'),
  }),
  fc.record({
    input: fc.record({ kind: fc.constantFrom('put' as const, 'append' as const), value: texts }),
    output: fc.constant(undefined),
  }),
)

describe('the checker and brute force agree', () => {
  test('on any history of a register', () => {
    expect(
      disagreement(arbitraryHistory(registerCalls, MAX_OPERATIONS), register(), atomicRegister),
    ).toBeUndefined()
  })

  test('on any history of a register, without the shortcut', () => {
    const histories = arbitraryHistory(registerCalls, MAX_OPERATIONS)
    expect(disagreement(histories, searchedRegister, atomicRegister)).toBeUndefined()
  })

  test('on any history of a register in which each value is written once', () => {
    const histories = arbitraryHistory(registerCalls, MAX_OPERATIONS).map(withUniqueWrites)
    expect(disagreement(histories, register(), atomicRegister)).toBeUndefined()
    expect(disagreement(histories, searchedRegister, atomicRegister)).toBeUndefined()
  })

  test('on any history of a compare-and-set register', () => {
    expect(
      disagreement(arbitraryHistory(casCalls, MAX_OPERATIONS), casRegister(), atomicCasRegister),
    ).toBeUndefined()
  })

  test('on any history of a store with append', () => {
    expect(
      disagreement(arbitraryHistory(appendCalls, MAX_OPERATIONS), appendStore, atomicAppendStore),
    ).toBeUndefined()
  })

  test('on any history in which equal appends time out', () => {
    const appendOrGet = fc.constantFrom<AppendStoreInput>(
      { kind: 'append', value: 'a' },
      { kind: 'get' },
    )
    const calls = fc.record({ input: appendOrGet, output: fc.constantFrom('a', 'aa', 'aaa') })
    const histories = arbitraryHistory(calls, MAX_OPERATIONS).map((history) =>
      history.map((call): typeof call =>
        call.input.kind === 'get' ? call : { ...call, output: undefined, outcome: 'info' },
      ),
    )
    expect(disagreement(histories, appendStore, atomicAppendStore)).toBeUndefined()
  })

  test('on all histories of two operations, and of two writes with a read', () => {
    const histories = [...allPairs(), ...allWritesAndReads()]
    expect(histories).toHaveLength(50 ** 2 + 10 ** 3 * 4 * 2)
    for (const model of [register(), searchedRegister]) {
      const wrong = histories.filter((history) => !isAgreed(history, model, atomicRegister))
      expect(wrong).toEqual([])
    }
  })
})

/** How a history was judged that the two judge differently; undefined if there is none. */
function disagreement<State, Input, Output>(
  histories: fc.Arbitrary<Operation<Input, Output>[]>,
  model: Model<State, Input, Output>,
  object: AtomicObject<State, Input, Output>,
): string | undefined {
  const property = fc.property(histories, (history) => isAgreed(history, model, object))
  return fc.defaultReportMessage(fc.check(property, RUNS))
}

function isAgreed<State, Input, Output>(
  history: readonly Operation<Input, Output>[],
  model: Model<State, Input, Output>,
  object: AtomicObject<State, Input, Output>,
): boolean {
  const isLinearizable = isLinearizableByBruteForce(history, object)
  const { kind } = linearizable(history, model)
  return kind === (isLinearizable ? 'linearizable' : 'not-linearizable')
}

/** Numbers the writes from 1 up. */
function withUniqueWrites(
  history: readonly Operation<RegisterInput, Scalar>[],
): Operation<RegisterInput, Scalar>[] {
  let writes = 0
  return history.map((call) => {
    if (call.input.kind === 'read') return call
    writes += 1
    return { ...call, input: { kind: 'write', value: writes } }
  })
}

type Call = Operation<RegisterInput, Scalar>

const SPANS = [0, 1, 2, 3].flatMap((from) =>
  [0, 1, 2, 3].filter((to) => to >= from).map((to) => [from, to] as const),
)

function allPairs(): Call[][] {
  return allCalls('c1').flatMap((one) => allCalls('c2').map((other) => [one, other]))
}

function allCalls(client: string): Call[] {
  return SPANS.flatMap((span) => [
    ...[null, 1, 2].map((value) => read(client, span, value)),
    ...[1, 2].map((value) => write(client, span, value)),
  ])
}

function allWritesAndReads(): Call[][] {
  return SPANS.flatMap((first) =>
    SPANS.flatMap((second) =>
      SPANS.flatMap((third) =>
        [null, 1, 2, 3].flatMap((value) =>
          (['ok', 'info'] as const).map((outcome) => [
            write('c1', first, 1),
            { ...write('c2', second, 2), outcome },
            read('c3', third, value),
          ]),
        ),
      ),
    ),
  )
}
