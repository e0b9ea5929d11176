import { timeOfNote } from '../frame/slide-minutes.ts'
import type { Finding } from './finding.ts'
import type { DeckSlide } from './read-deck.ts'

/** A note that only tells the time says nothing to the speaker. */
const MIN_NOTE_WORDS = 20

/** Sums are compared in hundredths of a minute, where floating point has no say. */
const HUNDREDTHS = 100

/** Every slide has a note with its time, and the times fill the talk exactly. */
export function checkTimes(slides: readonly DeckSlide[], minutes: number): Finding[] {
  const findings = slides.flatMap((slide): Finding[] => {
    const [, ...rest] = slide.note.trim().split('\n')
    if (timeOfNote(slide.note) === undefined) {
      return [finding(slide.where, 'its note does not begin with a line like "Time: 1.5 min"')]
    }
    const words = rest.join(' ').split(/\s+/).filter(Boolean).length
    return words >= MIN_NOTE_WORDS
      ? []
      : [finding(slide.where, `its note has ${words} words, too few to speak from`)]
  })
  const sum = deckMinutes(slides)
  if (sum !== minutes) {
    findings.push(finding('slides.md', `the notes add up to ${sum} min, the talk has ${minutes}`))
  }
  return findings
}

/** Sum of the times in the notes, in minutes. */
export function deckMinutes(slides: readonly DeckSlide[]): number {
  const sum = slides.reduce((total, slide) => total + Math.round(minutesOf(slide) * HUNDREDTHS), 0)
  return sum / HUNDREDTHS
}

function minutesOf(slide: DeckSlide): number {
  return timeOfNote(slide.note) ?? 0
}

function finding(where: string, message: string): Finding {
  return { rule: 'time', where, message }
}
