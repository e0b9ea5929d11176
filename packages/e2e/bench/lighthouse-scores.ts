import type { FoundBrowser } from '@five-pillars/browser'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

/** From 0 to 100. */
export interface Scores {
  performance: number
  accessibility: number
  practices: number
}

/**
 * What Lighthouse says of a page on a slow phone, its default: four times slower than this machine,
 * with 1.6 Mbit/s. The browser runs as everywhere in the kit, and reaches nothing but this machine.
 */
export async function lighthouseScores(url: string, { path, env }: FoundBrowser): Promise<Scores> {
  const chrome = await launch({
    chromePath: path,
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--no-proxy-server'],
    envVars: { ...process.env, ...env },
    logLevel: 'silent',
  })
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'silent',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    })
    const categories = result?.lhr.categories ?? {}
    const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100)
    for (const { id, score: part, title } of Object.values(result?.lhr.audits ?? {})) {
      if (part !== null && part < 0.9) console.error(`  ${id}: ${part} ${title}`)
    }
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      practices: score('best-practices'),
    }
  } finally {
    chrome.kill()
  }
}
