import { expect, test } from 'vitest'

import { subjectPlugin } from './subject.ts'

test('only #subject is answered, with the file under test', () => {
  const { resolveId } = subjectPlugin('/exercise/hidden/mutants/a.ts')
  if (typeof resolveId !== 'function') throw new TypeError('resolveId is a function')
  const resolve = (id: string): unknown => Reflect.apply(resolveId, {}, [id, undefined, {}])
  expect(resolve('#subject')).toBe('/exercise/hidden/mutants/a.ts')
  expect(resolve('#subjects')).toBeUndefined()
})
