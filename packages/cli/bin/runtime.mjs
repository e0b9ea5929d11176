import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

const BLOCK = 512

/** Where a kit for a room without network has its own Node and pnpm. */
const FOLDER = 'runtime'

const isWindows = process.platform === 'win32'

/**
 * Takes Node and pnpm out of the packages that a kit brings along.
 *
 * @param {string} root folder of the kit
 * @param {import('./kit.mjs').Kit} kit
 * @param {string} platform such as `linux-x64`
 * @returns {string} path of pnpm
 */
export function unpackRuntime(root, kit, platform) {
  const node = `node-${platform.replace('win32', 'win')}-${kit.node}.tgz`
  unpack(root, node, isWindows ? 'bin/node.exe' : 'bin/node')
  return unpack(root, `pnpm-exe.${platform}-${kit.pnpm}.tgz`, isWindows ? 'pnpm.exe' : 'pnpm')
}

/** One program out of an archive of npm's, whole or not at all. */
function unpack(root, archive, program) {
  const target = path.join(root, FOLDER, path.basename(program))
  if (existsSync(target)) return target
  const content = fileIn(gunzipSync(readFileSync(path.join(root, 'modules', archive))), program)
  if (content === undefined) throw new Error(`modules/${archive} has no ${program}`)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(`${target}.part`, content)
  chmodSync(`${target}.part`, 0o755)
  renameSync(`${target}.part`, target)
  return target
}

/** The content of `package/<name>` in a tar archive, whose headers tell names and sizes in octal. */
function fileIn(tar, name) {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const text = (from, length) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12).trim() || '0', 8)
    if (text(0, 100) === `package/${name}`) return tar.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return undefined
}
