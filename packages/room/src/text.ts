import { z } from 'zod'

import { MAX_NICKNAME_LENGTH, MAX_TEXT_LENGTH } from './limits.ts'

/** Control characters, and those that turn the direction of what follows or have no width. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u

/** Joiners where a script or an emoji needs them; between Latin letters they only hide a twin. */
const NEEDED_JOINER =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}]|\p{Script=Arabic})[\u200C\u200D]/gu

const hasUnseen = (text: string): boolean => UNSEEN.test(text.replaceAll(NEEDED_JOINER, ''))

/**
 * A name that people read: one line, no character that is not seen, at most 32 code points; blanks
 * at its ends are cut. Markup is ordinary text: who shows it must show it as text.
 */
export const nicknameSchema = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' '))
  .refine((text) => text !== '', 'A nickname has at least one character.')
  .refine(
    (text) => Array.from(text).length <= MAX_NICKNAME_LENGTH,
    `A nickname has at most ${MAX_NICKNAME_LENGTH} characters.`,
  )
  .refine((text) => !hasUnseen(text), 'A nickname has only characters that are seen.')

/** What somebody writes to the room: several lines are fine, characters that are not seen are not. */
export const messageSchema = z
  .string()
  .trim()
  .max(MAX_TEXT_LENGTH, `A message has at most ${MAX_TEXT_LENGTH} characters.`)
  .refine(
    (text) => !hasUnseen(text.replaceAll('\n', '')),
    'A message has only characters that are seen.',
  )

/** The name of an exercise or a deck, as folders and addresses spell it. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .max(64)

/** Milliseconds since 1970, by the console's clock. */
export const instantSchema = z.number().int().nonnegative()
