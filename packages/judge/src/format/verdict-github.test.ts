import fc from 'fast-check'
import { expect, test } from 'vitest'

import { aVerdict } from '../a-verdict.ts'
import { hostileText } from './hostile.ts'
import { seen } from './seen.ts'
import { verdictGithub } from './verdict-github.ts'

const FILE = 'exercises/work/tally/src/tally.ts'

/** Reads a command as the runner does. */
function commandIn(line: string): { kind: string; properties: string[]; message: string } {
  const [, kind = '', list = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? []
  return { kind, properties: list.split(',').map(unescaped), message: unescaped(message) }
}

function unescaped(text: string): string {
  return text.replaceAll(/%(25|0D|0A|3A|2C)/g, (escaped) => decodeURIComponent(escaped))
}

test('a broken promise is an error at its place', () => {
  const got = '100 % of A: twice,\n  add A, add C'
  const verdict = aVerdict({ state: 'failed', got, frames: ['src/tally.ts:12:5'] })
  expect(verdictGithub(verdict, FILE)).toBe(
    '::error file=exercises/work/tally/src/tally.ts,line=12,col=5,' +
      'title=tally%3A Broken promise%3A The tally counts each word%2C however often and in ' +
      'whatever order it came.::100 %25 of A: twice,%0A  add A, add C\n',
  )
})

test('a file that was refused is an error of the whole', () => {
  const verdict = aVerdict({ state: 'not-run', got: 'There is no file a.ts.' })
  expect(verdictGithub(verdict, 'a.ts')).toBe(
    '::error file=a.ts,title=tally%3A Nothing of it was graded.::There is no file a.ts.\n',
  )
})

test('a pass is a notice', () => {
  expect(verdictGithub(aVerdict({ state: 'passed' }), FILE)).toBe(
    `::notice file=${FILE},title=tally::12 of 12 points, graded\n`,
  )
})

test('of many broken promises the first ten are shown', () => {
  const verdict = aVerdict({ state: 'failed', got: 'No.' })
  const [first] = verdict.tests
  if (first === undefined) throw new Error('there is a test')
  const tests = Array.from({ length: 30 }, (_, index) => ({ ...first, promise: `${index}` }))
  expect(
    verdictGithub({ ...verdict, tests }, FILE)
      .trimEnd()
      .split('\n'),
  ).toHaveLength(10)
})

test('whatever a submission says, the runner reads one error with that message', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (got, file) => {
      const [line = '', ...rest] = verdictGithub(aVerdict({ state: 'failed', got }), file).split(
        '\n',
      )
      expect(rest).toEqual([''])
      const { kind, properties, message } = commandIn(line)
      expect(kind).toBe('error')
      expect(properties).toHaveLength(2)
      expect(properties[0]).toBe(`file=${seen(file)}`)
      expect(message).toBe(seen(got))
    }),
  )
})
