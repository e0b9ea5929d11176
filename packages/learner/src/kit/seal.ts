import { createHmac, scryptSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { exercises } from '@five-pillars/content'
import { Encrypter } from 'age-encryption'

import { KitError } from './kit-error.ts'
import { sealedFile } from './sealed-file.ts'

const SHORTEST = 12

/** A passphrase of ours has 80 random bits: age need not be slow on top of that. */
const WORK_FACTOR = 12

/** What somebody chose is slow to try out: 2^16 rounds of 8 blocks, 64 MiB. */
const STRETCH = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const

/** Letters and digits that nobody mixes up when they read them to a room. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'

const LETTERS = 16
const GROUP = 4

export interface ExercisePassphrase {
  readonly slug: string
  readonly passphrase: string
}

export interface Sealed extends ExercisePassphrase {
  /** Path in the kit. */
  readonly file: string
  readonly bytes: Uint8Array
}

/**
 * Encrypts the reference solution of each exercise with a passphrase of its own, in the age format.
 * The same passphrase of the host always gives the same ones, and none of them tells of another.
 *
 * @throws KitError `weak-passphrase`
 */
export async function sealSolutions(root: string, passphrase: string): Promise<Sealed[]> {
  if (passphrase.length < SHORTEST) {
    throw new KitError(
      'weak-passphrase',
      `A passphrase of ${passphrase.length} characters is too short.`,
    )
  }
  const key = scryptSync(passphrase.normalize('NFC'), 'five-pillars seal v1', 32, STRETCH)
  const sealed: Sealed[] = []
  for (const { slug, path: folder } of exercises) {
    const solution = path.join(root, folder, 'hidden/solution', `${slug}.ts`)
    if (!existsSync(solution)) throw new KitError('no-file', `${slug} has no solution to seal.`)
    const own = passphraseOf(key, slug)
    const encrypter = new Encrypter()
    encrypter.setScryptWorkFactor(WORK_FACTOR)
    encrypter.setPassphrase(own)
    const bytes = await encrypter.encrypt(readFileSync(solution))
    sealed.push({ slug, passphrase: own, file: sealedFile(folder), bytes })
  }
  return sealed
}

/** Four groups such as `k3mp-x7qa-9d2t-h4ws`. */
function passphraseOf(key: Uint8Array, slug: string): string {
  const digest = createHmac('sha256', key).update(slug).digest()
  const letters = [...digest.subarray(0, LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length])
  const groups = Array.from({ length: LETTERS / GROUP }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  )
  return groups.join('-')
}
