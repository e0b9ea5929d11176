import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { BrowserNotStarted } from './browser-errors.ts'
import { launchBrowser } from './launch-browser.ts'
import { unpackPackaged } from './packaged.ts'

const linux = process.platform === 'linux' && process.arch === 'x64'

describe.runIf(linux)('launchBrowser', { timeout: 30_000 }, () => {
  test('the packaged browser starts, also with its own libraries, and reaches no name', async () => {
    const bare = { exists: () => false, platform: 'linux', arch: 'x64', env: {} }
    const browser = await launchBrowser({ ...bare, prefer: 'packaged' })
    try {
      const page = await browser.newPage()
      await page.setContent('<title>work</title>')
      expect(await page.title()).toBe('work')
      await expect(page.goto('http://pillars.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
    } finally {
      await browser.close()
    }
  })

  test('an installed one that does not start gives way to the next', async () => {
    const options = await machineWithStub()
    const browser = await launchBrowser({ ...options, unpack: unpackPackaged })
    expect(browser.version()).toMatch(/^\d+\./)
    await browser.close()
    await rm(options.folder, { recursive: true })
  })

  test('a named one that does not start is an error that names it', async () => {
    const { folder } = await machineWithStub()
    const launching = launchBrowser({ path: path.join(folder, 'chromium') })
    await expect(launching).rejects.toThrow(BrowserNotStarted)
    await expect(launching).rejects.toThrow(path.join(folder, 'chromium'))
    await rm(folder, { recursive: true })
  })
})

/** Ubuntu has such a `chromium-browser`: a script that tells how to install one. */
async function machineWithStub(): Promise<{ folder: string; env: NodeJS.ProcessEnv }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'five-pillars-stub-'))
  const script = '#!/bin/sh\necho "Install the snap." >&2\nexit 1\n'
  await writeFile(path.join(folder, 'chromium'), script, { mode: 0o755 })
  return { folder, env: { PATH: folder } }
}
