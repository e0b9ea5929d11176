import { rm } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from 'vitest'

import { temporaryKit } from '../kit/temporary-kit.ts'
import { nextHint, shownHints } from './hints.ts'

test('hints come one by one, are remembered, and the last one stays', async () => {
  await using folder = await temporaryKit()
  const titles: string[] = []
  for (let count = 0; count < 4; count++) {
    const { title, level, levels, part, text } = await nextHint(folder.kit, 'quorum')
    titles.push(`${level} of ${levels}: ${title}`)
    expect(part).toBeNull()
    expect(text).toMatch(/^\*\*Arithmetic\.\*\*[^]+\*\*Reading\.\*\*/)
  }
  expect(titles).toEqual([
    '1 of 3: A nudge',
    '2 of 3: The idea',
    '3 of 3: Near code',
    '3 of 3: Near code',
  ])
  expect(await shownHints(folder.kit, 'quorum')).toHaveLength(3)
})

test('a part has hints of its own', async () => {
  await using folder = await temporaryKit('health-checker')
  const first = await nextHint(folder.kit, 'health-checker', { part: 'rhythm' })
  expect(first).toMatchObject({ part: 'Rhythm', level: 1 })
  expect(first.text).toMatch(/^\*\*Rhythm\.\*\* /)
  expect(first.text).not.toContain('**Phi.**')
  expect(await nextHint(folder.kit, 'health-checker', { part: 'phi' })).toMatchObject({
    part: 'Phi',
    level: 1,
  })
  await nextHint(folder.kit, 'health-checker', { part: 'Rhythm' })
  const last = await nextHint(folder.kit, 'health-checker', { part: 'Rhythm' })
  expect(last.text).toMatch(/^\*\*Verdict and rhythm\.\*\*/)
})

test('where there are none, somebody else may help', async () => {
  await using folder = await temporaryKit()
  await rm(path.join(path.dirname(folder.file), '../hints.md'))
  await expect(nextHint(folder.kit, 'quorum')).rejects.toMatchObject({ code: 'no-hints' })
})
