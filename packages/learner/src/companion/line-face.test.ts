import { PassThrough } from 'node:stream'

import { expect, test } from 'vitest'

import { aCheck, aState } from './made-up.ts'
import { lineFace } from './line-face.ts'
import type { Event } from './state.ts'

const CHOICES = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const

async function typed(
  text: string,
  isAsked: boolean,
): Promise<{ events: Event[]; answer: string | null; printed: string }> {
  const input = new PassThrough()
  const output = new PassThrough()
  const face = lineFace({ input, output, screen: { columns: 60, color: false } })
  input.end(text)
  const answer = isAsked ? await face.ask({ message: 'Really?', choices: CHOICES }) : null
  const events: Event[] = []
  await new Promise<void>((resolve) => {
    face.listen({ on: (event) => events.push(event), onEnd: resolve, idle: async () => {} })
  })
  face.show(aState({ last: aCheck('quorum', false) }))
  face.show(aState({ last: aCheck('quorum', false), note: 'Done.' }))
  face.close(['Stopped.'])
  return { events, answer, printed: allOf(output) }
}

function allOf(output: PassThrough): string {
  const parts: string[] = []
  output.setEncoding('utf8')
  for (let part: unknown = output.read(); typeof part === 'string'; part = output.read())
    parts.push(part)
  return parts.join('')
}

test('words and letters are keys, and an unknown word names the known ones', async () => {
  const { events, printed } = await typed('hint\nB\nfrobnicate\n\ncatch up\n', false)
  expect(events.map((event) => event.kind === 'action' && event.action)).toEqual([
    'hint',
    'brief',
    'check',
    'catch-up',
  ])
  expect(printed).toContain('There is no "frobnicate". There are: next,')
  expect(printed).toContain('== quorum ==')
  expect(printed).toContain('Two of three said yes')
  expect(printed.endsWith('Done.\nStopped.\n')).toBe(true)
})

test.each([
  ['2\n', 'yes'],
  ['YES\n', 'yes'],
  ['1\n', 'no'],
  ['\n', null],
  ['maybe\n', null],
  ['', null],
])('%j answers a question with %s', async (text, expected) => {
  const { answer, printed } = await typed(text, true)
  expect(answer).toBe(expected)
  expect(printed).toContain('Really?\n  1  No\n  2  Yes\n')
})
