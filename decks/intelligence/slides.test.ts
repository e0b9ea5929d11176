import { deckById } from '@five-pillars/content'
import { formatFindings, lintDeck } from '@five-pillars/deck-kit/lint'
import { expect, test } from 'vitest'

/** Names that have a digit in them. */
const allow = ['us-east-1'] as const

test('the slides keep the rules of the house and fill their minutes', async () => {
  const { minutes } = deckById('intelligence')
  const report = await lintDeck({ dir: import.meta.dirname, minutes, allow })
  expect(formatFindings(report.findings)).toBe('')
  expect(report.minutes).toBe(minutes)
})
