import { describe, expect, test } from 'vitest'

import type { Change } from '../hands/change.ts'
import { arrived, asked, firstStand, isSmall, requestOf } from './stand.ts'
import type { Stand } from './stand.ts'

const cut: Change = { kind: 'cut', a: 'a', b: 'b', at: 100 }
const mend: Change = { kind: 'mend', a: 'a', b: 'b', at: 200 }

const first = arrived(firstStand, { seed: 1, hash: 'first' })

function change(stand: Stand, changes: readonly Change[], hash: string): Stand {
  const request = { kind: 'run', ...stand.wanted, changes } as const
  return arrived(asked(stand, request), { seed: stand.wanted.seed, hash })
}

describe('the stage stays at its time', () => {
  test('when something is done to its world, and when that is undone', () => {
    const changed = change(first, [cut], 'changed')
    expect([changed.world, changed.shown]).toEqual(['1 first', '1 changed'])
    expect(change(changed, [], 'first').world).toBe('1 first')
  })

  test('when a file was saved and does the same as before', () => {
    const again = asked(first, { kind: 'run', ...first.wanted })
    expect(arrived(again, { seed: 1, hash: 'first' }).world).toBe('1 first')
    expect(arrived(again, { seed: 1, hash: 'other' }).world).toBe('1 other')
  })

  test('not when another seed was asked for before a change, and never came', () => {
    const other = asked(first, { kind: 'run', seed: 2, changes: [] })
    expect(change(other, [cut], 'changed').world).toBe('2 changed')
  })
})

describe('what was done by hand', () => {
  const changed = change(first, [cut], 'changed')

  test('is done in the next world, and in those of a search, which ends at another seed', () => {
    const request = requestOf(changed, { kind: 'search', seed: 2 })
    expect(request).toEqual({ kind: 'search', seed: 2, changes: [cut] })
    const found = arrived(asked(changed, request), { seed: 77, hash: 'broken' })
    expect(found).toMatchObject({ wanted: { seed: 77, changes: [cut] }, world: '77 broken' })
  })

  test('is in the plan of a run that was made smaller, and back in the whole run', () => {
    const request = requestOf(changed, { kind: 'shrink', seed: 1 })
    expect(request).toEqual({ kind: 'shrink', seed: 1, changes: [cut] })
    const small = arrived(asked(changed, request), { seed: 1, hash: 'small' }, 'token')
    expect(small).toMatchObject({ wanted: { token: 'token', changes: [] }, world: '1 small' })
    expect(isSmall(small)).toBe(true)
    const more = change(small, [mend], 'more')
    expect([more.world, isSmall(more)]).toEqual(['1 small', false])
    expect(more.whole).toEqual(changed.wanted)
    expect(requestOf(more, { kind: 'run', seed: 2 }).changes).toEqual([cut, mend])
    const whole = asked(more, { kind: 'run', ...changed.wanted })
    expect(whole).toMatchObject({ wanted: changed.wanted, whole: undefined, isOther: true })
  })
})
