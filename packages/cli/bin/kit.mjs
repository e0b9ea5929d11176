import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const NAMED_MAX = 3

/**
 * What a learners' kit says of itself in `kit.json`.
 *
 * @typedef {object} Kit
 * @property {string} version
 * @property {string} id tells two kits apart
 * @property {string} node version of the Node that everything runs on
 * @property {string} pnpm version of pnpm
 * @property {readonly string[]} platforms those whose packages it brings along
 * @property {Readonly<Record<string, string>>} files path → beginning of the SHA-256
 */

/**
 * @param {string} root
 * @returns {Kit | undefined} undefined in a clone, and where the file is damaged
 */
export function readKit(root) {
  try {
    const kit = JSON.parse(readFileSync(path.join(root, 'kit.json'), 'utf8'))
    return typeof kit.id === 'string' && typeof kit.files === 'object' ? kit : undefined
  } catch {
    return undefined
  }
}

/**
 * Two kits in each other: a learner would edit one and check the other.
 *
 * @param {string} root folder of a kit
 * @returns {string | undefined} the folder of the kit around it
 */
export function kitAround(root) {
  for (let folder = path.dirname(root); ; folder = path.dirname(folder)) {
    if (readKit(folder) !== undefined) return folder
    if (folder === path.dirname(folder)) return undefined
  }
}

/**
 * What did not arrive as it was packed. People may change all of it but its packages; what is not
 * there at all was lost on the way.
 *
 * @param {string} root
 * @param {Kit} kit
 * @returns {{ lost: string[], changed: string[] }}
 */
export function compareKit(root, kit) {
  const lost = []
  const changed = []
  for (const [name, wanted] of Object.entries(kit.files)) {
    const file = path.join(root, name)
    if (!existsSync(file)) lost.push(name)
    else if (hashOf(file) !== wanted) (name.startsWith('modules/') ? lost : changed).push(name)
  }
  return { lost, changed }
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
}

/**
 * The first few names of a list, and how many more there are.
 *
 * @param {readonly string[]} names
 */
export function someOf(names) {
  const more = names.length - NAMED_MAX
  return names.slice(0, NAMED_MAX).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
