import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The Node that the project brings along as a package.
 *
 * @param {string} root folder of the clone
 * @returns {string | undefined} path of the binary; undefined before set-up
 */
export function projectNode(root) {
  const bin = path.join(root, 'node_modules', 'node', 'bin')
  return ['node.exe', 'node'].map((name) => path.join(bin, name)).find((file) => existsSync(file))
}
