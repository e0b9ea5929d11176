import { createHash } from 'node:crypto'

import type { Browser } from 'playwright'

/** Edges, curves, hatches and see-through colours: all that drawings are made of. */
const SAMPLE = `<!doctype html><style>body{margin:0;background:#faf9f5}</style>
<svg width="320" height="120" viewBox="0 0 320 120">
  <defs><pattern id="h" width="6" height="6" patternTransform="rotate(37)" patternUnits="userSpaceOnUse">
    <path d="M0 0V6" stroke="#345" stroke-width="1.7" /></pattern></defs>
  <circle cx="43.3" cy="51.7" r="31.1" fill="url(#h)" stroke="#b45309" stroke-width="2.3" />
  <path d="M90 100C130 7 170 111 210 13" fill="none" stroke="#1d4ed8" stroke-width="3.1" />
  <rect x="200.4" y="22.6" width="77.7" height="66.2" rx="9.3" fill="#15803d" fill-opacity=".37" />
  <g transform="rotate(11.5 240 60)"><rect x="215" y="40" width="60" height="30" opacity=".61" /></g>
  <path d="M290 10l17 50-23 31z" fill="#6d28d9" fill-opacity=".83" />
</svg>`

/**
 * How a browser on this machine draws, as a hash. Processors round differently where colours mix, so
 * pictures are the same, pixel by pixel, only between machines that draw with the same hand.
 */
export async function handOf(browser: Browser): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 320, height: 120 } })
  try {
    await page.setContent(SAMPLE)
    const picture = await page.screenshot()
    return createHash('sha256').update(picture).digest('hex').slice(0, 16)
  } finally {
    await page.close()
  }
}
