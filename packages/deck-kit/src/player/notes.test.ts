import { expect, test } from 'vitest'

import { noteText, notesOf } from './notes.ts'
import { smallTrace } from './small-trace.ts'

test('an event and the plain values of its data are a note', () => {
  expect([
    noteText('leader', undefined),
    noteText('leader', { term: 3 }),
    noteText('apply', 7),
    noteText('served', 24.692999999),
    noteText('apply', ['x', true]),
    noteText('committed', 'a very long value'),
  ]).toEqual([
    'leader',
    'leader term 3',
    'apply 7',
    'served 24.693',
    'apply x true',
    'committed a ver…',
  ])
})

test('a node has one note at a time, and gauges are none', () => {
  const trace = smallTrace({
    show: { gauges: ['queue'] },
    events: [
      { at: 10, kind: 'emit', node: 'a', event: 'first' },
      { at: 20, kind: 'emit', node: 'b', event: 'other' },
      { at: 30, kind: 'emit', node: 'a', event: 'queue', data: 4 },
      { at: 40, kind: 'emit', node: 'a', event: 'second' },
      { at: 40, kind: 'emit', node: 'a', event: 'third' },
    ],
  })
  expect(notesOf(trace, 100).map(({ text, from, until }) => [text, from, until])).toEqual([
    ['first', 10, 40],
    ['other', 20, 120],
    ['third', 40, 140],
  ])
})
