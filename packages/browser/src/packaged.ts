import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The packaged version; a test compares it with the package that is installed. */
export const PACKAGED_VERSION = '153.0.0'

const CACHE = path.resolve(import.meta.dirname, '../../../.cache')
const LIBRARY_FOLDERS = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib64', '/usr/lib']
const LIBRARIES = ['libnss3.so', 'libnssutil3.so', 'libnspr4.so', 'libexpat.so.1']
const UNPACK_LIMIT_MS = 120_000
const LEFTOVER_AGE_MS = 10 * 60_000
/** The package's own file names absolute folders of the cloud it is made for. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/**
 * Unpacks the packaged Chromium once into `<cache>/chromium-<version>/` and returns that folder.
 * The folder appears by one rename, so whoever sees it sees a whole browser, and processes that
 * start at the same time all end up with the first one's.
 */
export async function unpackPackaged(cache: string = CACHE): Promise<string> {
  const folder = path.join(cache, `chromium-${PACKAGED_VERSION}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  await removeLeftovers(cache)
  const unpacking = await mkdtemp(path.join(cache, `unpacking-${PACKAGED_VERSION}-`))
  try {
    await unpackInto(unpacking)
    await rename(unpacking, folder)
  } catch (error) {
    // A folder that is not empty cannot be replaced by rename: another process was first.
    if (!existsSync(folder)) throw error
  } finally {
    await rm(unpacking, { recursive: true, force: true })
  }
  return folder
}

/**
 * The package unpacks to the temporary folder, which it takes from the environment: hence a process
 * of its own. The variable of the cloud's runtime makes it unpack the system libraries too.
 */
async function unpackInto(folder: string): Promise<void> {
  const child = fileURLToPath(new URL('unpack-child.ts', import.meta.url))
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }
  await promisify(execFile)(process.execPath, [child], { env, timeout: UNPACK_LIMIT_MS })
  await writeFile(path.join(folder, 'fonts', 'fonts.conf'), FONTS_CONF)
  // Temporary folders are made for one user; a cache may serve others too.
  await chmod(folder, 0o755)
}

/** What a killed process left behind: 200 MB each. Younger ones may still be in use. */
async function removeLeftovers(cache: string): Promise<void> {
  const names = await readdir(cache)
  for (const name of names.filter((each) => each.startsWith('unpacking-'))) {
    const leftover = path.join(cache, name)
    const age = await stat(leftover).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > LEFTOVER_AGE_MS) await rm(leftover, { recursive: true, force: true })
  }
}

/**
 * The packaged Chromium links against a few libraries beyond libc and looks for fonts in the
 * system's places. Where a bare system lacks them, the package's own are used.
 */
export function librariesFor(
  folder: string,
  env: NodeJS.ProcessEnv,
  exists: (file: string) => boolean,
): Record<string, string> {
  const isThere = (library: string): boolean =>
    LIBRARY_FOLDERS.some((each) => exists(path.posix.join(each, library)))
  const own = [path.posix.join(folder, 'al2023', 'lib'), env['LD_LIBRARY_PATH']]
  return {
    ...(LIBRARIES.every(isThere)
      ? {}
      : { LD_LIBRARY_PATH: own.filter((each) => each !== undefined && each !== '').join(':') }),
    ...(exists('/etc/fonts/fonts.conf')
      ? {}
      : { FONTCONFIG_PATH: path.posix.join(folder, 'fonts') }),
  }
}
