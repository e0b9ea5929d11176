import { expect, test } from 'vitest'

import { scenario } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'

const correct = Object.entries({ 'the reference': reference, ...alternatives })

test.each(correct)('the world to watch runs to its end with %s', (_, subject) => {
  const { findings, emitted, trace } = scenario(subject).run({ seed: 1, full: true })
  expect(findings, 'sentinel-task-queue-scenario.test.ts').toEqual([])
  expect(trace?.show.gauges).toEqual(['left'])
  expect(emitted.findLast(({ event }) => event === 'left')?.data).toBe(0)
  expect(emitted.filter(({ event }) => event === 'crash')).toHaveLength(1)
})

test('without backups the slow worker is waited for', () => {
  const { findings } = scenario(mutantOf('never-helps.ts')).run({ seed: 1 })
  expect(findings.map(({ text }) => text)).toEqual([
    'after 750 ms 1 of the tasks still waited to be done',
  ])
})
