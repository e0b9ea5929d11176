import { priorities, priorityOf } from '../cut/priority.ts'
import { timeOfNote } from '../frame/slide-minutes.ts'
import type { Finding } from './finding.ts'
import type { DeckSlide } from './read-deck.ts'

/** Every deck can be given in ten minutes, and in twenty without anything that may go. */
const LONGEST = { must: 10, should: 20 } as const

/** Every slide says whether a shorter cut may leave it out, and the short cuts are short. */
export function checkPriorities(slides: readonly DeckSlide[]): Finding[] {
  const findings = slides.flatMap(({ where, frontmatter }): Finding[] =>
    priorityOf(frontmatter) === undefined
      ? [finding(where, `says no priority: ${priorities.join(', ')}`)]
      : [],
  )
  const musts = minutesOf(slides, ['must'])
  if (musts > LONGEST.must) {
    findings.push(finding('slides.md', `its musts take ${musts} min, more than ${LONGEST.must}`))
  }
  const both = minutesOf(slides, ['must', 'should'])
  if (both > LONGEST.should) {
    findings.push(
      finding('slides.md', `musts and shoulds take ${both} min, more than ${LONGEST.should}`),
    )
  }
  return findings
}

function minutesOf(slides: readonly DeckSlide[], wanted: readonly string[]): number {
  const hundredths = slides
    .filter(({ frontmatter }) => wanted.includes(priorityOf(frontmatter) ?? ''))
    .reduce((sum, { note }) => sum + Math.round((timeOfNote(note) ?? 0) * 100), 0)
  return hundredths / 100
}

function finding(where: string, message: string): Finding {
  return { rule: 'priority', where, message }
}
