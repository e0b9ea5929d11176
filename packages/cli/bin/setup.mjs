#!/usr/bin/env node
// Installs the workspace before `npm start`, `npm test` and `npm run verify`. Plain JavaScript for
// any Node from 18 on: the project's own Node is one of the things that it installs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { compareKit, kitAround, readKit, someOf } from './kit.mjs'
import { projectNode } from './project-node.mjs'
import { unpackRuntime } from './runtime.mjs'

const OLDEST_NODE = 18
const REGISTRY_TIMEOUT_MS = 5000
const PLATFORM = `${process.platform}-${process.arch}`

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
  const kit = readKit(root)
  const refusal = kit && refusalOf(root, kit)
  if (refusal) return fail(refusal)
  const fingerprint = fingerprintOf(root)
  if (isSetUp(root)) return 0
  const damage = kit && damageOf(root, kit)
  if (damage) return fail(damage)
  if (kit && kit.platforms.length > 0) return setUpOffline(root, kit, fingerprint)

  const online = registryAnswers(root)
  console.error(
    online
      ? 'Setting up the workspace. The first time takes about half a minute.'
      : `No package registry answered within ${REGISTRY_TIMEOUT_MS / 1000} s. Trying the packages already on this machine.`,
  )
  const offline = online ? [] : ['--offline']
  // Nobody can be asked then whether what the lockfile names is still what was published.
  const trusting = online ? [] : ['--trust-lockfile']
  const args = ['install', '--frozen-lockfile', ...offline, ...trusting]
  const status = runPnpm(root, offline, args)
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

/** A kit for a room without network: it brings its packages, its pnpm and its Node. */
function setUpOffline(root, kit, fingerprint) {
  console.error('Setting up from the packages in this kit, without network.')
  const pnpm = unpackRuntime(root, kit, PLATFORM)
  // The lockfile names archives of the kit and no registry, which pnpm would call tampered with; the
  // archives themselves are still held against its hashes.
  const args = ['install', '--frozen-lockfile', '--offline', '--trust-lockfile']
  const done = spawnSync(pnpm, args, { cwd: root, stdio: ['inherit', 2, 'inherit'] })
  if (done.status !== 0) {
    return fail(
      'Set-up failed: see the lines above. Make room on the disk, or unpack the zip anew.',
    )
  }
  remember(root, fingerprint)
  return 0
}

/** Where a kit cannot be set up at all, why and what to do. */
function refusalOf(root, { platforms }) {
  const around = kitAround(root)
  if (around !== undefined) {
    return `This kit lies inside another one, ${around}: you would edit one and check the other. Move this folder out of it, and run the same command again.`
  }
  if (platforms.length === 0 || platforms.includes(PLATFORM)) return undefined
  return `This kit was packed for ${platforms.join(', ')}, and this machine is ${PLATFORM}. Ask your host for one that was packed for it, or for the small kit and a network.`
}

/** What was lost on the way stops set-up; what was changed since is told. */
function damageOf(root, kit) {
  const { lost, changed } = compareKit(root, kit)
  if (lost.length > 0) {
    return `This kit did not arrive whole: ${someOf(lost)}. Unpack the zip again; where that does not help, fetch it again.`
  }
  if (changed.length > 0) {
    console.error(
      `Not as it was packed: ${someOf(changed)}. If that was not you, unpack the zip again.`,
    )
  }
  return undefined
}

/** The state of every file that decides what is installed. */
function fingerprintOf(root) {
  const hash = createHash('sha256')
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(root)]
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.update(PLATFORM).digest('hex')
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

/** @param {string} root */
export function isSetUp(root) {
  const stamp = stampFile(root)
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprintOf(root) &&
    projectNode(root) !== undefined &&
    manifests(root).every((file) => isInstalled(root, file))
  )
}

/** A package that depends on nothing gets no folder for it. */
function isInstalled(root, manifest) {
  if (existsSync(path.join(root, path.dirname(manifest), 'node_modules'))) return true
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(path.join(root, manifest), 'utf8'),
  )
  return Object.keys({ ...dependencies, ...devDependencies }).length === 0
}

function remember(root, fingerprint) {
  mkdirSync(path.dirname(stampFile(root)), { recursive: true })
  writeFileSync(stampFile(root), fingerprint)
}

/**
 * Asks npm, since it knows the registry, the proxy and the login of this machine; with an empty cache,
 * or npm would answer by itself where nobody else does.
 *
 * @param {string} root
 */
export function registryAnswers(root) {
  const cache = mkdtempSync(path.join(tmpdir(), 'five-pillars-'))
  const asked = spawnSync(
    'npm',
    ['view', `pnpm@${pnpmVersion(root)}`, 'version', '--fetch-retries=0', '--cache', cache],
    {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: 'ignore',
      timeout: REGISTRY_TIMEOUT_MS,
      killSignal: 'SIGKILL',
    },
  )
  rmSync(cache, { recursive: true, force: true, maxRetries: 3 })
  return asked.status === 0
}

function pnpmVersion(root) {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return packageManager.split('@')[1]
}

function runPnpm(root, npxFlags, args) {
  const version = pnpmVersion(root)
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
