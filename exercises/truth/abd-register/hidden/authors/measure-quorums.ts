/**
 * Measures how many runs show that a register is none, for quorums of several sizes, and writes
 * `quorums.json`. Run it in the exercise: node hidden/authors/measure-quorums.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { KIT_VERSION } from '@five-pillars/simulator'

import { brokenShare, cases, SEEDS, world } from './broken-share.ts'

const measured = []
for (const one of cases) measured.push({ ...one, broken: await brokenShare(one) })

const text = JSON.stringify({ kit: KIT_VERSION, seeds: SEEDS, world, measured }, null, 2)
if (measured.length === 0) throw new Error('sentinel-abd-register-measure-quorums.ts: no cases')
writeFileSync(path.join(import.meta.dirname, 'quorums.json'), `${text}\n`)
console.table(measured)
