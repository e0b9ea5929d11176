import path from 'node:path'

import { authorTests } from '@five-pillars/suite/authors'

import { manifest } from '../manifest.ts'
import { alternatives, mutantFiles, reference } from '../subjects.ts'
import { parts } from '../suite/checks.ts'

authorTests({
  hidden: path.join(import.meta.dirname, '..'),
  manifest,
  parts,
  reference,
  alternatives,
  mutantFiles,
  async loadMutant(file) {
    if (file === '') throw new Error('sentinel-hash-ring-hash-ring.test.ts: a mutant has a file')
    const { mutantOf } = await import('../subjects.ts')
    return mutantOf(file)
  },
})
