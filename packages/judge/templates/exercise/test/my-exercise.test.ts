import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

// AUTHOR: one or two open tests a part; at least two mutants must pass all of them
describe('core', () => {
  test('what follows three is larger than three', () => {
    expect(subject.next(3)).toBeGreaterThan(3)
  })
})
