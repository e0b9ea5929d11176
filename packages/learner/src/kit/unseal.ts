import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { exerciseBySlug } from '@five-pillars/content'
import { Decrypter } from 'age-encryption'

import type { WorkingSource } from '../store/working-source.ts'
import { KitError } from './kit-error.ts'
import { sealedFile } from './sealed-file.ts'

/** The sealed solutions of a kit, for whoever has the passphrase of one and wants to go on with it. */
export function sealedSource(root: string, passphrase: string): WorkingSource {
  return {
    workingVersion: async ({ slug }) => ({
      text: await unseal(root, slug, passphrase),
      from: 'the sealed solution of the kit',
    }),
  }
}

/**
 * Opens the sealed solution of an exercise; writes nothing.
 *
 * @param root folder of the kit
 * @param passphrase as the host showed it; spaces and capitals do not matter
 * @throws KitError `nothing-sealed`, `wrong-passphrase` or `damaged-seal`
 */
export async function unseal(root: string, slug: string, passphrase: string): Promise<string> {
  const name = sealedFile(exerciseBySlug(slug).path)
  const sealed = await readFile(path.join(root, name)).catch(() => undefined)
  if (sealed === undefined) throw new KitError('nothing-sealed', `This kit has no ${name}.`)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase.replaceAll(/\s/g, '').toLowerCase())
  try {
    return await decrypter.decrypt(sealed, 'text')
  } catch (error) {
    const isWrong = error instanceof Error && /no identity matched/.test(error.message)
    throw isWrong
      ? new KitError('wrong-passphrase', `That passphrase does not open the solution of ${slug}.`)
      : new KitError('damaged-seal', `${name} is damaged.`)
  }
}
