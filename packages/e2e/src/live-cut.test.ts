import { launchBrowser } from '@five-pillars/browser'
import { expect, test } from 'vitest'

import { liveWorkspace } from './live-workspace.ts'

const SLOW = { timeout: 40_000 }

test('a shorter cut of a live deck has only its own slides, and its own minutes', async () => {
  await using workspace = await liveWorkspace(2)
  await using browser = await launchBrowser({ prefer: 'packaged' })
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${workspace.url}#/presenter/2`)
  const shown = async (): Promise<string> =>
    (await page.locator('body').innerText()).replaceAll(/\s+/g, '')
  await expect.poll(shown, SLOW).toContain('Wholeads?')
  // The second of two, and the clock counts from two minutes.
  expect(await shown()).toContain('2/22:00')
  expect(await shown()).not.toContain('Anotherslide')
})
