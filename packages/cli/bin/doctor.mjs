import { compareKit, kitAround, readKit } from './kit.mjs'
import { isSetUp, registryAnswers } from './setup.mjs'

/** By its place: before anything is installed no package is found by its name. */
const MAIN = new URL('../../learner/src/doctor/main.mjs', import.meta.url)

/** In a clone, which no host packed. */
const NO_KIT = '00000000'

/**
 * Runs `doctor` with what set-up knows of this clone or kit.
 *
 * @param {readonly string[]} args
 * @param {string} root
 * @returns {Promise<number>} exit code
 */
export async function runDoctor(args, root) {
  const { doctor } = await import(MAIN.href)
  const kit = readKit(root)
  const compared = kit === undefined ? { lost: [], changed: [] } : compareKit(root, kit)
  return doctor(args, {
    root,
    id: kit?.id ?? NO_KIT,
    state: { isKit: kit !== undefined, around: kit && kitAround(root), ...compared },
    isSetUp: isSetUp(root),
    platforms: kit?.platforms ?? [],
    asksRegistry: () => registryAnswers(root),
  })
}
