import fc from 'fast-check'
import { parseSync } from 'rolldown/utils'
import { expect, test } from 'vitest'

import { aVerdict } from '../a-verdict.ts'
import { hostileText } from './hostile.ts'
import { verdictJunit } from './verdict-junit.ts'

/** XML without comments, entities and namespaces is almost JSX: a parser for that is at hand. */
function errorsIn(xml: string): string[] {
  const element = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
  return parseSync('a.jsx', element, { lang: 'jsx' }).errors.map((error) => error.message)
}

test('any message makes a well-formed document', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (got) => {
      const xml = verdictJunit(aVerdict({ state: 'failed', got, console: [got] }))
      expect(errorsIn(xml)).toEqual([])
      expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
    }),
  )
})

test('nothing in it is a command to a runner of GitHub', () => {
  fc.assert(
    fc.property(hostileText, (got) => {
      const xml = verdictJunit(aVerdict({ state: 'failed', got, console: [got] }))
      expect(errorsIn(xml)).toEqual([])
      expect(xml).not.toMatch(/^\s*::|##\[/m)
    }),
  )
})

test('each test is a case, and what was not passed says why', () => {
  expect(verdictJunit(aVerdict({ state: 'failed', got: 'A < B' }))).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="tally" tests="2" failures="1" errors="0" skipped="0" time="0.650">',
      '  <testsuite name="tally" tests="2" failures="1" errors="0" skipped="0" time="0.650">',
      '    <testcase classname="tally.core" name="tally &gt; counts" time="0.012">',
      '      <failure type="failed" message="A &lt; B">A &lt; B</failure>',
      '    </testcase>',
      '    <testcase classname="tally.core" name="tally &gt; lists" time="0.003"/>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  )
})

test('a file that was refused is an error of the whole', () => {
  const xml = verdictJunit(aVerdict({ state: 'not-run', got: 'There is no file a.ts.' }))
  expect(xml).toContain('<error type="not-run" message="There is no file a.ts."/>')
  expect(xml).toContain('tests="3" failures="0" errors="1" skipped="2"')
})
