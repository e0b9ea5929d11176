import { accessSync, constants, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

/** @typedef {import('../machine.mjs').Machine} Machine */

/** @returns {Promise<{ outcome: string }>} */
export function lookAtPort(host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve({ outcome: 'refused' }))
    server.listen(0, host, () => server.close(() => resolve({ outcome: 'ok' })))
  })
}

/**
 * Windows and macOS always have something that opens a page.
 *
 * @param {Machine} machine
 */
export function lookAtBrowser({ platform, env }) {
  if (platform === 'win32' || platform === 'darwin') return { outcome: 'ok' }
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '')
  const isThere = ['xdg-open', 'wslview', 'explorer.exe'].some((name) =>
    folders.some((folder) => existsSync(path.join(folder, name))),
  )
  return { outcome: isThere ? 'ok' : 'none' }
}

/**
 * Where the packages come from: they are there, or in this kit, or a registry has them.
 *
 * @param {Machine} machine
 * @param {{ isSetUp: boolean, platforms: readonly string[], asksRegistry: () => boolean }} kit
 */
export function lookAtPackages(
  { platform, arch, env, home },
  { isSetUp, platforms, asksRegistry },
) {
  if (isSetUp) return { outcome: 'ok' }
  if (platforms.includes(`${platform}-${arch}`)) return { outcome: 'in-kit' }
  const cache =
    env.npm_config_cache ??
    (platform === 'win32'
      ? path.join(env.LOCALAPPDATA ?? home, 'npm-cache')
      : path.join(home, '.npm'))
  if (existsSync(cache) && !isWritable(cache)) return { outcome: 'cache' }
  return { outcome: asksRegistry() ? 'registry' : 'no-registry' }
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
