import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, test } from 'vitest'

import { classWork } from './testing/class-work.ts'
import { runKills } from './testing/kills.ts'

/** The short form of `npm run bench -- console kills`, which kills a hundred times. */
test(
  'killed at any moment, nothing that was acknowledged is lost or judged into two results',
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'killed '))
    const seed = Number(process.env['FUZZ_SEED'] ?? 1)
    console.log(`Seed of the kills: ${seed}`)
    const [{ exercise, sources } = { exercise: '', sources: [] }] = classWork(['quorum'])
    const killed = await runKills({
      folder,
      kills: 3,
      learners: 3,
      lanes: 1,
      // The starter is judged fast.
      work: [{ exercise, sources: sources.slice(0, 1) }],
      seed,
      longestMs: 500,
      restEvery: Infinity,
    })
    expect(killed).toMatchObject({ lost: [], doubled: [], refused: [], left: [] })
    expect(killed.acknowledged).toBeGreaterThan(0)
    expect(killed.standings.get('judged')).toBeGreaterThan(0)
    expect(killed.cutOff).toBeGreaterThan(0)
    await rm(folder, { recursive: true, force: true })
  },
)
