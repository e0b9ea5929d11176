import { expect, test } from 'vitest'

import { scenario } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'

const correct = Object.entries({ 'the reference': reference, ...alternatives })

test.each(correct)('the world to watch runs with %s and shows its queues', (_, subject) => {
  const { findings, trace } = scenario(subject).run({ seed: 1, full: true })
  expect(findings, 'sentinel-load-balancer-scenario.test.ts').toEqual([])
  expect(trace?.show.gauges).toEqual(['queue'])
  expect(longestAt('E', subject)).toBeLessThanOrEqual(4)
})

test('the slow backend drowns there where its load is not looked at', () => {
  const totalServed = mutantOf('total-served.ts')
  expect(longestAt('E', totalServed)).toBeGreaterThan(2 * longestAt('E', reference))
})

function longestAt(backend: string, subject: typeof reference): number {
  const { emitted } = scenario(subject).run({ seed: 1 })
  const lengths = emitted.filter(({ node }) => node === backend).map(({ data }) => Number(data))
  return Math.max(...lengths)
}
