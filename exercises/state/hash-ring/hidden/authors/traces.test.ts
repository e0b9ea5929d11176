import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { scenario } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

const correct = Object.entries({ 'the reference': reference, ...alternatives })

test.each(correct)('with %s only the carts of who leaves move, whatever the seed', (_, subject) => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { findings } = scenario(subject).run({ seed })
    expect([seed, findings], 'sentinel-hash-ring-traces.test.ts').toEqual([seed, []])
  }
})

test.each([
  ['mod-n.ts', /neither of them leaves/],
  ['ghost.ts', /which left/],
])('the world to watch shows what %s does wrong', (file, words) => {
  const { findings } = scenario(mutantOf(file)).run({ seed: 1, strict: false })
  expect(findings.map(({ text }) => text).join('\n')).toMatch(words)
})
