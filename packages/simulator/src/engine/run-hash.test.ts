import fc from 'fast-check'
import { expect, test } from 'vitest'

import { RunHash } from './run-hash.ts'

test('the hash of an event is that of its text, whatever its data', () => {
  const word = fc.string({ unit: 'binary' })
  const flat = fc.dictionary(word, fc.oneof(word, fc.double(), fc.integer(), fc.constant(null)))
  const data = fc.oneof(flat, fc.jsonValue(), fc.constant(undefined), fc.date())
  fc.assert(
    fc.property(word, data, (event, each) => {
      const [short, long] = [new RunHash(), new RunHash()]
      short.addEvent(event, each)
      long.addText(`${event} ${JSON.stringify(each)}`)
      expect(short.toString()).toBe(long.toString())
    }),
    {
      examples: [
        ['leader', { term: 3 }],
        ['apply', { index: -0, entry: 'c1-2 "of" term\u2028' }],
        ['none', {}],
      ],
    },
  )
})

test('so it is where an object says itself what JSON makes of it', () => {
  const data = { toJSON: () => 'x' }
  const [short, long] = [new RunHash(), new RunHash()]
  short.addEvent('e', data)
  long.addText(`e ${JSON.stringify(data)}`)
  expect(short.toString()).toBe(long.toString())
})
