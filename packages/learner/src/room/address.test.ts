import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { LearnerError } from '../learner-error.ts'
import { addressIn } from './address.ts'

const PIECES = [
  'http://',
  'https:',
  '//',
  'a',
  'ä.b',
  '10.0.0.1',
  ':80',
  ':',
  '#/1',
  '/x',
  '?',
  '@',
  ' ',
  '[::1]',
]
const typedText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
)

/** The address in a text, or the code of what is wrong with it. */
function originIn(typed: string): unknown {
  try {
    return addressIn(typed).origin
  } catch (error) {
    return error instanceof LearnerError ? error.code : error
  }
}

describe('an address', () => {
  test.each([
    ['192.168.1.20:4200', 'http://192.168.1.20:4200'],
    ['  192.168.1.20:4200 ', 'http://192.168.1.20:4200'],
    ['http://192.168.1.20:4200/', 'http://192.168.1.20:4200'],
    ['HTTP://Host.local:4200', 'http://host.local:4200'],
    ['localhost:4200', 'http://localhost:4200'],
    ['[::1]:4200', 'http://[::1]:4200'],
    ['https://room.example.org', 'https://room.example.org'],
    ['http://192.168.1.20:4200/host#key=abc', 'http://192.168.1.20:4200'],
    ['http://ada:secret@192.168.1.20:4200/?x=1', 'http://192.168.1.20:4200'],
  ])('may be written %j', (typed, origin) => {
    expect(addressIn(typed).origin).toBe(origin)
  })

  test.each([
    ['', '"" is no address.'],
    ['4600', '"4600" is a port, and the machine is missing.'],
    ['ABC234', '"ABC234" looks like the code of the room: the address is first.'],
    ['the projector', '"the projector" is no address.'],
    ['192.168.1.20.7:4200', '"192.168.1.20.7:4200" is no address.'],
    ['192.168.1.20:420000', '"192.168.1.20:420000" is no address.'],
    ['ftp://192.168.1.20', '"ftp://192.168.1.20" is an address for ftp, and a console has http.'],
    ['file:///home/ada', '"file:///home/ada" is an address for file, and a console has http.'],
  ])('may not be %j', (typed, message) => {
    expect(() => addressIn(typed)).toThrow(
      expect.objectContaining({
        code: 'bad-address',
        message,
        fix: expect.stringContaining('projector'),
      }),
    )
  })

  test('has a port or not, and is that of a slide or not', () => {
    expect(addressIn('http://192.168.1.20')).toMatchObject({ hasPort: false, isOfDeck: false })
    expect(addressIn('http://192.168.1.20:80')).toMatchObject({ hasPort: true })
    expect(addressIn('192.168.1.20:3030/#/12')).toMatchObject({ hasPort: true, isOfDeck: true })
    expect(addressIn('http://a:1/presenter/3?x=1')).toMatchObject({ isOfDeck: true })
  })

  test('is one origin or an error with a way out, whatever is typed', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const origin = originIn(typed)
        expect(String(origin)).toMatch(/^(?:https?:\/\/[^/?#\s]+|bad-address)$/)
        const again = origin === 'bad-address' ? origin : originIn(String(origin))
        expect(again).toBe(origin)
      }),
    )
  })
})
