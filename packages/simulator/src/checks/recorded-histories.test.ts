import { describe, expect, test } from 'vitest'

import { recordedHistories } from '../../fixtures/histories/recorded-histories.ts'

const histories = recordedHistories()

describe('a recorded history', () => {
  test.for(histories)('gets the verdict that its origin states: $name', (history) => {
    const { kind } = history.check()
    expect(kind).toBe(history.isLinearizable ? 'linearizable' : 'not-linearizable')
  })

  test('is one of 52 of etcd and 4 of a key-value store', () => {
    expect(histories.filter(({ name }) => name.startsWith('etcd_'))).toHaveLength(52)
    expect(histories).toHaveLength(52 + 4)
  })
})
