import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, test } from 'vitest'

import { classWork } from './testing/class-work.ts'
import { runLoad } from './testing/load.ts'

/** The short form of `npm run bench -- console load`, which has the figures. */
test(
  'a room that submits together: all is acknowledged, seen on the board, judged and told',
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'load '))
    const [{ exercise, sources } = { exercise: '', sources: [] }] = classWork(['quorum'])
    const loaded = await runLoad({
      folder,
      learners: 6,
      perSecond: 50,
      submissions: 6,
      lanes: 1,
      work: [{ exercise, sources: sources.slice(0, 1) }],
      sameEvery: 2,
      seed: 1,
      isJudgedOut: true,
    })
    expect(loaded).toMatchObject({
      acknowledged: 6,
      refused: [],
      unseen: [],
      untold: [],
      lostConnections: 0,
      said: '',
    })
    expect(['judged', 'superseded']).toEqual(expect.arrayContaining([...loaded.standings.keys()]))
    await rm(folder, { recursive: true, force: true })
  },
)
