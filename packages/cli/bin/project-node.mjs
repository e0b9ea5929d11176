import { existsSync } from 'node:fs'
import path from 'node:path'

/** As a package, and as a kit for a room without network brings it. */
const FOLDERS = ['node_modules/node/bin', 'runtime']

/**
 * The Node that the project brings along.
 *
 * @param {string} root folder of the clone or kit
 * @returns {string | undefined} path of the binary; undefined before set-up
 */
export function projectNode(root) {
  return FOLDERS.flatMap((folder) =>
    ['node.exe', 'node'].map((name) => path.join(root, folder, name)),
  ).find((file) => existsSync(file))
}
