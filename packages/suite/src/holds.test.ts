import fc from 'fast-check'
import { expect, test } from 'vitest'

import { BrokenPromise, SubjectThrew } from './broken-promise.ts'
import { holds } from './holds.ts'

test('a property that holds says nothing', () => {
  expect(() => holds([fc.integer()], (n) => void n)).not.toThrow()
})

test('the smallest failure is told, with the seed that repeats it', () => {
  expect(findTooMuch).toThrow(BrokenPromise)
  expect(findTooMuch).toThrow(/^8 is too much\nreplay: seed -?\d+$/)
})

function findTooMuch(): void {
  holds([fc.nat()], (n) => {
    if (n > 7) throw new BrokenPromise(`${n} is too much`)
  })
}

test('what a submission throws keeps its cause', () => {
  const cause = new RangeError('from the submission')
  const attempt = (): void =>
    holds([fc.nat()], () => {
      throw new SubjectThrew('it threw', { cause })
    })
  expect(attempt).toThrow(expect.objectContaining({ name: 'SubjectThrew', cause }))
})

test('dear properties try fewer cases', () => {
  let tried = 0
  holds([fc.nat()], () => void tried++, { factor: 0.1 })
  expect(tried).toBe(Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) * 0.1))
})
