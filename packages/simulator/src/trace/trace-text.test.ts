import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitraryTrace } from '../../fixtures/arbitrary-trace.ts'
import { readTrace } from '../../fixtures/read-trace.ts'
import { traceText } from './trace-text.ts'

describe('traceText', () => {
  test('an arrival names the message that arrives, a loss why it does not', () => {
    const lines = traceText(readTrace('two-leaders')).split('\n')
    expect(lines).toContain('  158.100  a ⇥ b  Ask vote, term 1')
    expect(lines).toContain('  219.600  a × b  Heartbeat, term 1 (cut)')
  })

  test('a message of which only the end was kept has a number', () => {
    const trace = readTrace('two-leaders')
    const events = trace.events.filter(({ kind }) => kind !== 'send')
    expect(traceText({ ...trace, events })).toContain('  158.100  *  message 0\n')
  })

  test('every event and every finding is one line', () => {
    fc.assert(
      fc.property(arbitraryTrace(), (trace) => {
        const lines = traceText(trace).split('\n')
        expect(lines).toHaveLength(5 + trace.events.length + trace.findings.length)
      }),
    )
  })
})
