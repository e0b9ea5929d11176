#!/usr/bin/env node
// Installs the workspace before `npm start`, `npm test` and `npm run verify`. Plain JavaScript for
// any Node from 18 on: the project's own Node is one of the things that it installs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { projectNode } from './project-node.mjs'

const OLDEST_NODE = 18
const REGISTRY_TIMEOUT_MS = 5000

/** Folders that hold workspace packages, as in pnpm-workspace.yaml: folder and depth below it. */
const WORKSPACE_FOLDERS = [
  ['packages', 1],
  ['decks', 1],
  ['exercises', 2],
]

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = setUp(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..'))
}

/**
 * Brings `node_modules` in line with the lockfile; does nothing where it already is.
 *
 * @param {string} root folder of the clone
 * @returns {number} exit code: 0 done, 2 could not
 */
export function setUp(root) {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    return fail(
      `Node ${process.versions.node} is too old: set-up needs Node ${OLDEST_NODE} or newer.`,
    )
  }
  const fingerprint = fingerprintOf(root)
  if (isSetUp(root, fingerprint)) return 0

  const wanted = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const version = wanted.packageManager.split('@')[1]
  const online = registryAnswers(root, version)
  console.error(
    online
      ? 'Setting up the workspace. The first time takes about half a minute.'
      : `No package registry answered within ${REGISTRY_TIMEOUT_MS / 1000} s. Trying the packages already on this machine.`,
  )
  const offline = online ? [] : ['--offline']
  const status = runPnpm(root, version, offline, ['install', '--frozen-lockfile', ...offline])
  if (status !== 0 || projectNode(root) === undefined) {
    return fail(
      online
        ? 'Set-up failed: see the lines above. Then run the same command again.'
        : 'Set-up needs a package registry once. Connect, or set one with `npm config set registry <address>`, and run the same command again.',
    )
  }
  remember(root, fingerprint)
  return 0
}

/** The state of every file that decides what is installed. */
function fingerprintOf(root) {
  const hash = createHash('sha256')
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(root)]
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.update(`${process.platform}-${process.arch}`).digest('hex')
}

function manifests(root) {
  return WORKSPACE_FOLDERS.flatMap(([folder, depth]) => foldersAt(root, folder, depth))
    .map((folder) => path.join(folder, 'package.json'))
    .filter((file) => existsSync(path.join(root, file)))
    .sort()
}

function foldersAt(root, folder, depth) {
  if (!existsSync(path.join(root, folder))) return []
  const inside = readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => path.join(folder, entry.name))
  return depth === 1 ? inside : inside.flatMap((name) => foldersAt(root, name, depth - 1))
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.five-pillars-setup')
}

function isSetUp(root, fingerprint) {
  const stamp = stampFile(root)
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint &&
    projectNode(root) !== undefined &&
    manifests(root).every((file) => existsSync(path.join(root, path.dirname(file), 'node_modules')))
  )
}

function remember(root, fingerprint) {
  mkdirSync(path.dirname(stampFile(root)), { recursive: true })
  writeFileSync(stampFile(root), fingerprint)
}

/** Asks npm, since it knows the registry, the proxy and the login of this machine. */
function registryAnswers(root, version) {
  const asked = spawnSync(
    'npm',
    ['view', `pnpm@${version}`, 'version', '--fetch-retries=0', '--prefer-online'],
    {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: 'ignore',
      timeout: REGISTRY_TIMEOUT_MS,
      killSignal: 'SIGKILL',
    },
  )
  return asked.status === 0
}

function runPnpm(root, version, npxFlags, args) {
  const local = path.join(root, 'node_modules', 'pnpm')
  const fits =
    existsSync(path.join(local, 'package.json')) &&
    JSON.parse(readFileSync(path.join(local, 'package.json'), 'utf8')).version === version
  const options = { cwd: root, stdio: ['inherit', 2, 'inherit'] }
  const done = fits
    ? spawnSync(process.execPath, [path.join(local, 'bin', 'pnpm.mjs'), ...args], options)
    : spawnSync('npx', ['--yes', ...npxFlags, `pnpm@${version}`, ...args], {
        ...options,
        shell: process.platform === 'win32',
      })
  return done.status ?? 1
}

function fail(message) {
  console.error(`\n${message}`)
  return 2
}
