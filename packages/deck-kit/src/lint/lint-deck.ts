import { checkCases } from './check-cases.ts'
import { checkDigits } from './check-digits.ts'
import { checkIds } from './check-ids.ts'
import { checkLists } from './check-lists.ts'
import { checkPriorities } from './check-priorities.ts'
import { checkTimes, deckMinutes } from './check-times.ts'
import { checkTitles } from './check-titles.ts'
import { checkWords } from './check-words.ts'
import type { Finding } from './finding.ts'
import { readDeck } from './read-deck.ts'

export interface LintOptions {
  /** Folder of the deck, the one that holds `slides.md`. */
  dir: string
  /** Length of the talk; the times of all notes add up to it. */
  minutes: number
  /**
   * Strings with digits that are names, not claims about the world (`p99`, `2PC`). An entry that
   * no slide needs is a finding, so that the list never outlives its reasons.
   */
  allow?: readonly string[]
}

export interface LintReport {
  slides: number
  /** Sum of the times in the notes. */
  minutes: number
  findings: readonly Finding[]
}

/**
 * Reads a deck as the speaker and the last row will meet it, without a browser: every slide has a
 * title, a timed note and a priority, the times fill the slot, drawings are not drowned in words, lists stay
 * short, and no figure about the world is typed by hand or names an id that does not exist.
 */
export async function lintDeck(options: LintOptions): Promise<LintReport> {
  const { slides, drawings } = await readDeck(options.dir)
  const findings = [
    ...checkTitles(slides),
    ...checkTimes(slides, options.minutes),
    ...checkPriorities(slides),
    ...checkWords(slides, drawings),
    ...checkLists(slides),
    ...checkIds(slides),
    ...checkCases(slides, drawings),
    ...checkDigits(slides, drawings, options.allow ?? []),
  ]
  return { slides: slides.length, minutes: deckMinutes(slides), findings }
}

/** One line for each finding, as a test prints them: the place, the rule, what is wrong. */
export function formatFindings(findings: readonly Finding[]): string {
  return findings.map((one) => `${one.where} [${one.rule}] ${one.message}`).join('\n')
}
