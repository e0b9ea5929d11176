import type { Finding } from './finding.ts'
import type { DeckDrawing, DeckSlide } from './read-deck.ts'
import { templateText, visibleText } from './visible-text.ts'

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December'

/** A date or a year names an event; it is not a measurement of it. */
const DATES = [
  new RegExp(String.raw`\b\d{1,2}(?:[–-]\d{1,2})? (?:${MONTHS})\b`, 'g'),
  /\b(?:19|20)\d\d\b/g,
] as const

/**
 * A digit in slide text is a claim about the world, and such claims come through `<Figure>` and
 * `<Claim>`, which carry a source. What is left: code, list numbers, dates, and the given names.
 */
export function checkDigits(
  slides: readonly DeckSlide[],
  drawings: readonly DeckDrawing[],
  allow: readonly string[],
): Finding[] {
  const places = [
    ...slides.map((slide) => ({ where: slide.where, text: visibleText(slide) })),
    ...drawings.map((one) => ({ where: one.where, text: templateText(one.template) })),
  ]
  const typed = places.flatMap(({ where, text }): Finding[] => {
    const context = firstDigit(without(text, allow))
    if (context === undefined) return []
    const message = `"${context}" is typed by hand: use <Figure> or <Claim>, or allow the name`
    return [{ rule: 'digit', where, message }]
  })
  const unused = allow.filter((name) => !places.some(({ text }) => text.includes(name)))
  return [
    ...typed,
    ...unused.map((name): Finding => {
      return { rule: 'digit', where: 'allow', message: `no slide needs "${name}" any more` }
    }),
  ]
}

function without(text: string, allow: readonly string[]): string {
  const named = allow.reduce((rest, name) => rest.replaceAll(name, ' '), text)
  return DATES.reduce((rest, date) => rest.replaceAll(date, ' '), named)
}

function firstDigit(text: string): string | undefined {
  return /[^\n]{0,20}\d[^\n]{0,20}/.exec(text)?.[0].trim()
}
