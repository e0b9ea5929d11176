import path from 'node:path'

import { authorTests } from '@five-pillars/suite/authors'

import { manifest } from '../manifest.ts'
import { alternatives, mutantFiles } from '../subjects.ts'
import { parts } from '../suite/checks.ts'

if (parts.length === 0) {
  throw new Error('sentinel-self-healer-self-healer.test.ts: no parts')
}

authorTests({
  hidden: path.join(import.meta.dirname, '..'),
  manifest,
  parts,
  alternatives,
  mutantFiles,
})
