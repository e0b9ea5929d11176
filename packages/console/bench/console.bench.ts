/**
 * What the host's console bears: a full room that submits, kill -9 at any moment, requests that are wrong
 * in every way, and far too many of one learner; each with real processes on this machine, the real judge, and the client that
 * learners have. `npm run bench -- console [load|kills|malformed|flood] [short]`; the seed is of `FUZZ_SEED`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { benchFlood } from './flood.ts'
import { benchKills } from './kills.ts'
import { benchLoad } from './load.ts'
import { benchMalformed } from './malformed.ts'

const parts = {
  load: benchLoad,
  kills: benchKills,
  malformed: benchMalformed,
  flood: benchFlood,
}

export async function bench(): Promise<void> {
  const words = new Set(process.argv.slice(3))
  const isShort = words.has('short')
  const seed = Number(process.env['FUZZ_SEED'] ?? 1)
  const named = Object.entries(parts).filter(([name]) => words.has(name))
  for (const [name, part] of named.length === 0 ? Object.entries(parts) : named) {
    console.log(`${name}, seed ${seed}${isShort ? ', short: its figures stand for nothing' : ''}`)
    const folder = await mkdtemp(path.join(tmpdir(), 'console bench '))
    try {
      await part({ folder, seed, isShort })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
