import { describe, expect, test } from 'vitest'

import { answerKey } from './keys.ts'

describe('a key pressed in the player', () => {
  test('space plays, arrows step, and nobody else hears of it', () => {
    const kinds = [' ', 'ArrowLeft', 'ArrowRight', 'Home', '-', '+'].map((key) => {
      const answered = answerKey(key, 'elsewhere')
      return answered.kind === 'command' ? answered.command.kind : answered.kind
    })
    expect(kinds).toEqual(['toggle', 'back', 'forward', 'start', 'slower', 'faster'])
  })

  test('a digit chooses an answer, counted from 1', () => {
    expect(answerKey('2', 'elsewhere')).toEqual({
      kind: 'command',
      command: { kind: 'choose', option: 1 },
    })
  })

  test.each(['button', 'field', 'elsewhere'] as const)('Escape leaves from a %s', (focus) => {
    expect(answerKey('Escape', focus)).toEqual({ kind: 'command', command: { kind: 'leave' } })
  })

  test.each(['button', 'field', 'elsewhere'] as const)(
    'a remote control turns the slide from a %s, and Tab moves on',
    (focus) => {
      const answers = ['PageUp', 'PageDown', 'Tab'].map((key) => answerKey(key, focus).kind)
      expect(answers).toEqual(['pass', 'pass', 'pass'])
    },
  )

  test('a button is pressed by space and Enter, and left by arrows', () => {
    expect(answerKey(' ', 'button')).toEqual({ kind: 'own' })
    expect(answerKey('Enter', 'button')).toEqual({ kind: 'own' })
    expect(answerKey('ArrowRight', 'button').kind).toBe('command')
  })

  test('a field takes every key itself, so that no letter turns the deck dark', () => {
    expect(['d', 'ArrowDown', ' ', '5'].map((key) => answerKey(key, 'field').kind)).toEqual([
      'own',
      'own',
      'own',
      'own',
    ])
  })

  test("the deck's other keys stay the deck's", () => {
    expect(answerKey('f', 'elsewhere')).toEqual({ kind: 'pass' })
  })
})
