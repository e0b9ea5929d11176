import { deckById } from '@five-pillars/content'
import { formatFindings, lintDeck } from '@five-pillars/deck-kit/lint'
import { expect, test } from 'vitest'

test('the slides keep the rules of the house and fill their minutes', async () => {
  const { minutes } = deckById('finale')
  const report = await lintDeck({ dir: import.meta.dirname, minutes })
  expect(formatFindings(report.findings)).toBe('')
  expect(report.minutes).toBe(minutes)
})
