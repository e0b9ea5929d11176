import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { BrowserNotFound } from './browser-errors.ts'
import { findBrowser } from './find-browser.ts'
import type { FindOptions } from './find-browser.ts'
import { installedPaths } from './installed-paths.ts'

const PLAYWRIGHTS = '/home/ada/playwright/chrome'
const ENV = {
  linux: { PATH: '/usr/bin:/opt/tools' },
  darwin: { HOME: '/Users/ada' },
  win32: { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' },
} as const

function machine(platform: keyof typeof ENV, files: readonly string[]): FindOptions {
  return {
    platform,
    arch: 'x64',
    env: ENV[platform],
    exists: (file) => files.includes(file),
    playwrightPath: async () => PLAYWRIGHTS,
    unpack: async () => '/cache/chromium-1',
  }
}

async function failure(options: FindOptions): Promise<BrowserNotFound> {
  const error: unknown = await findBrowser(options).catch((thrown: unknown) => thrown)
  if (error instanceof BrowserNotFound) return error
  throw new Error(`expected BrowserNotFound, got ${String(error)}`)
}

describe('findBrowser', () => {
  const platforms = fc.constantFrom('linux', 'darwin', 'win32')

  test('the first browser in the order is found, whichever others there are', async () => {
    const cases = platforms.chain((platform) => {
      const order = [...installedPaths(platform, ENV[platform]), PLAYWRIGHTS]
      return fc.record({ platform: fc.constant(platform), files: fc.subarray(order) })
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ platform, files }) => {
        fc.pre(files.length > 0)
        expect((await findBrowser(machine(platform, files))).path).toBe(files[0])
      }),
    )
  })

  test('a named browser comes before all others, the option before the variable', async () => {
    const files = ['/mine', '/variable', '/usr/bin/chromium']
    const options = { ...machine('linux', files), env: { CHROME_PATH: '/variable' } }
    expect(await findBrowser({ ...options, path: '/mine' })).toMatchObject({ path: '/mine' })
    expect(await findBrowser(options)).toEqual({ path: '/variable', kind: 'explicit', env: {} })
  })

  test('a named browser that does not exist is an error, not a reason to look on', async () => {
    const options = machine('linux', ['/usr/bin/chromium'])
    expect((await failure({ ...options, path: '/gone' })).title).toBe(
      'There is no browser at "/gone", which --browser names.',
    )
    expect((await failure({ ...options, env: { CHROME_PATH: '/gone' } })).title).toBe(
      'There is no browser at "/gone", which $CHROME_PATH names.',
    )
  })

  test('Linux on x64 always has the packaged one', async () => {
    const found = await findBrowser(machine('linux', []))
    expect(found).toMatchObject({ path: '/cache/chromium-1/chromium', kind: 'packaged' })
  })

  test('the packaged one comes first when it is preferred, and only where it runs', async () => {
    const linux: FindOptions = {
      ...machine('linux', ['/usr/bin/chromium', '/variable']),
      prefer: 'packaged',
    }
    const variable = { CHROME_PATH: '/variable' }
    expect(await findBrowser(linux)).toMatchObject({ kind: 'packaged' })
    expect(await findBrowser({ ...linux, env: variable })).toMatchObject({
      kind: 'packaged',
    })
    expect(await findBrowser({ ...linux, arch: 'arm64' })).toMatchObject({
      path: '/usr/bin/chromium',
    })
  })

  test('no browser at all says where it was looked for and how to get one', async () => {
    const { message, tried, fix } = await failure(machine('darwin', []))
    expect(tried).toHaveLength(3)
    expect(message).toBe(
      'No browser was found. Looked for an installed Chrome, Chromium or Edge, ' +
        "Playwright's own (/home/ada/playwright/chrome), the packaged Chromium (Linux on x64 only).",
    )
    expect(fix).toBe(
      'Install Chrome, or run: npx playwright install chromium. ' +
        'Or name a browser you have: npx five-pillars export --browser /path/to/chrome',
    )
  })
})

describe('installedPaths', () => {
  test.each([
    ['linux', '/usr/bin/google-chrome-stable'],
    ['linux', '/opt/tools/chromium'],
    ['linux', '/snap/bin/chromium'],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', 'C:\\Users\\ada\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('%s has %s', (platform, file) => {
    expect(installedPaths(platform, ENV[platform])).toContain(file)
  })

  test('an unknown platform has none', () => {
    expect(installedPaths('plan9', {})).toEqual([])
  })
})
