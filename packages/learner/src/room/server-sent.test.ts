import fc from 'fast-check'
import { expect, test } from 'vitest'

import { messagesIn } from './server-sent.ts'

/** Cut at these places. */
async function* cutAt(bytes: Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted(
    (a, b) => a - b,
  )
  for (const [index, from] of sorted.entries())
    yield bytes.subarray(from, sorted[index + 1] ?? from)
}

async function read(text: string, places: readonly number[]): Promise<string[]> {
  return Array.fromAsync(messagesIn(cutAt(new TextEncoder().encode(text), places)))
}

test('events are the same however they were cut on their way', async () => {
  const event = fc.array(
    fc.string({ unit: 'binary-ascii' }).map((line) => line.replaceAll(/[\r\n]/g, '')),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  await fc.assert(
    fc.asyncProperty(fc.array(event), ends, fc.array(fc.nat()), async (events, end, places) => {
      const text = events.map((lines) =>
        [': still here', ...lines.map((line) => `data: ${line}`), '', ''].join(end),
      )
      expect(await read(text.join(''), places)).toEqual(events.map((lines) => lines.join('\n')))
    }),
  )
})

test('what is no event is read over, and what has no end is none', async () => {
  expect(await read(': hello\n\nevent: x\nid: 3\nretry: 10\n\ndata:a\n\ndata: b', [])).toEqual([
    'a',
  ])
})

test('an event without an end is not kept in memory', async () => {
  await expect(Array.fromAsync(messagesIn(endless()))).rejects.toThrow('An event has no end.')
})

async function* endless(): AsyncGenerator<Uint8Array> {
  const part = new TextEncoder().encode(`data: ${'x'.repeat(2 ** 20)}\n`)
  for (;;) yield part
}
