import { expect, test } from 'vitest'

import { GOLDEN_SEEDS, goldenHashes } from '../fixtures/golden/golden-hashes.ts'

/** A change of these lines means that replay tokens of before are of other worlds: a new version. */
test('twenty seeds give the worlds that they always gave', async () => {
  const hashes = goldenHashes()
  expect(new Set(hashes).size).toBe(GOLDEN_SEEDS)
  await expect(`${hashes.join('\n')}\n`).toMatchFileSnapshot('../fixtures/golden/hashes.txt')
})
