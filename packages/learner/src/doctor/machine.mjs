import os from 'node:os'
import { isatty } from 'node:tty'

/**
 * What the looks are given of a machine; a test gives them another one.
 *
 * @typedef {object} Machine
 * @property {string} root folder of the clone or kit
 * @property {string} platform as Node calls it
 * @property {string} arch
 * @property {string} node version, as `20.11.1`
 * @property {string | undefined} glibc its version; undefined where there is none
 * @property {string} release of the system's kernel
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 * @property {boolean} isTerminal
 * @property {number} columns
 * @property {() => number} now in milliseconds since 1970
 */

/**
 * @param {string} root
 * @returns {Machine}
 */
export function thisMachine(root) {
  return {
    root,
    platform: process.platform,
    arch: process.arch,
    node: process.versions.node,
    glibc: process.platform === 'linux' ? glibcOf() : undefined,
    release: os.release(),
    env: process.env,
    home: os.homedir(),
    isTerminal: isatty(process.stdout.fd),
    columns: process.stdout.columns ?? 80,
    now: Date.now,
  }
}

function glibcOf() {
  const { header } = process.report?.getReport() ?? {}
  return header?.glibcVersionRuntime
}
