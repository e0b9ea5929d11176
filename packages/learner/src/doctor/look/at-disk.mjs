import * as fs from 'node:fs'
import path from 'node:path'

const GIGABYTE = 1e9
const FULL_BYTES = 400e6
const FILES = 100
const SLOW_MS = 5
const CLOCK_MS = 5000

/** @typedef {import('../machine.mjs').Machine} Machine */

/**
 * Where a kit lies: may it be written, how fast, and does its clock agree.
 *
 * @param {Machine} machine
 * @param {string | undefined} scratch a folder that was made there; undefined where that failed
 */
export function lookAtWriting({ root }, scratch) {
  if (scratch === undefined) return { outcome: 'folder' }
  const closed = starters(root).filter((file) => !isWritable(file))
  if (closed.length === 0) return { outcome: 'ok' }
  return { outcome: 'files', detail: path.relative(root, closed[0]) }
}

/** The files that learners edit. */
function starters(root) {
  const exercises = path.join(root, 'exercises')
  return foldersIn(exercises)
    .flatMap((pillar) => foldersIn(pillar))
    .map((folder) => path.join(folder, 'src', `${path.basename(folder)}.ts`))
    .filter((file) => fs.existsSync(file))
}

function foldersIn(folder) {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name))
}

function isWritable(file) {
  try {
    fs.accessSync(file, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** @param {Machine} machine */
export function lookAtRoom({ root }) {
  // Node has it from 18.15 on.
  if (fs.statfsSync === undefined) return { outcome: 'unknown' }
  const { bavail, bsize } = fs.statfsSync(root)
  return roomOf(bavail * bsize)
}

/** @param {number} bytes */
export function roomOf(bytes) {
  const detail = `${(bytes / GIGABYTE).toFixed(1)} GB free`
  if (bytes < FULL_BYTES) return { outcome: 'full', detail }
  return { outcome: bytes < GIGABYTE ? 'little' : 'ok', detail }
}

/**
 * Set-up writes thousands of small files: each is looked into where a scanner sits on the disk.
 *
 * @param {string | undefined} scratch
 */
export function lookAtSpeed(scratch) {
  if (scratch === undefined) return { outcome: 'unknown' }
  const from = performance.now()
  for (let index = 0; index < FILES; index++) {
    const file = path.join(scratch, `${index}.js`)
    fs.writeFileSync(file, 'export {}\n')
    fs.readFileSync(file)
    fs.rmSync(file)
  }
  return speedOf((performance.now() - from) / FILES)
}

/** @param {number} ms for one file, written, read and removed */
export function speedOf(ms) {
  return { outcome: ms > SLOW_MS ? 'slow' : 'ok', detail: `${ms.toFixed(1)} ms a file` }
}

/**
 * A machine cannot know that its clock is wrong, but sees files from its future.
 *
 * @param {Machine} machine
 * @param {string | undefined} scratch
 */
export function lookAtClock({ root, now }, scratch) {
  const own = starters(root).map((file) => fs.statSync(file).mtimeMs)
  if (Math.max(0, ...own) > now() + CLOCK_MS) return { outcome: 'behind' }
  if (scratch === undefined) return { outcome: 'ok' }
  const file = path.join(scratch, 'clock')
  fs.writeFileSync(file, '')
  const apart = Math.abs(fs.statSync(file).mtimeMs - now())
  return { outcome: apart > CLOCK_MS ? 'of-disk' : 'ok' }
}
