import { describe, expect, test } from 'vitest'

import { readTrace } from '../../fixtures/read-trace.ts'
import { focusOf } from './focus-of.ts'
import type { Message } from './messages-of.ts'
import { messagesOf } from './messages-of.ts'
import { selectMessages } from './select-messages.ts'

const trace = readTrace('lost-write')
const focus = focusOf(trace)
const messages = messagesOf(trace)

function labels(chosen: readonly Message[]): readonly string[] {
  return chosen.map(({ label }) => label)
}

describe('selectMessages', () => {
  test('all are kept when they are few, in their order', () => {
    expect(selectMessages(messages, focus, 25)).toEqual(messages)
  })

  test('the nodes of the finding keep half of the places, the last ones the others', () => {
    expect(labels(selectMessages(messages, focus, 4))).toEqual([
      'Get x',
      'Is it me?',
      'Yes, term 2',
      'x = nothing',
    ])
    expect(labels(selectMessages(messages, focus, 2))).toEqual(['Yes, term 2', 'x = nothing'])
  })

  test('what ends after the finding is left out', () => {
    const early = { ...focus, until: 60 }
    expect(labels(selectMessages(messages, early, 25))).toEqual(['Put x = 7', 'Append 1'])
  })
})
