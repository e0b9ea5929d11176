import { expect, test } from 'vitest'

import { alternatives, reference } from '../subjects.ts'
import { play } from './play.ts'

const correct = Object.entries({ 'the reference': reference, ...alternatives })

test.each(correct)('%s keeps every promise', async (_, subject) => {
  expect(await play(subject), 'sentinel-abd-register-correct.test.ts').toEqual([])
})
