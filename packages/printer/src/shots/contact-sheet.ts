import type { Browser } from 'playwright'

import type { Scheme } from '../finding.ts'

export interface Sheet {
  title: string
  scheme: Scheme
  /** By file name, such as `007.png`. */
  pictures: ReadonlyMap<string, Uint8Array>
}

const COLUMNS = 4
const WIDTH = 1680

/** One picture of many, each with its number: a deck as somebody sees it who steps back. */
export async function contactSheet(browser: Browser, sheet: Sheet): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 100 } })
  try {
    await page.setContent(sheetPage(sheet))
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
    return await page.screenshot({ fullPage: true })
  } finally {
    await page.close()
  }
}

function sheetPage({ title, scheme, pictures }: Sheet): string {
  const [paper, ink] = scheme === 'dark' ? ['#2a3037', '#f0eee8'] : ['#d9d7d0', '#1b1f24']
  const cells = [...pictures].map(
    ([name, bytes]) => `<figure>
<img src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}" alt="">
<figcaption>${Number.parseInt(name, 10)}</figcaption></figure>`,
  )
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 24px; background: ${paper}; color: ${ink}; font: 18px sans-serif }
    h1 { margin: 0 0 18px; font-size: 24px }
    main { display: grid; grid-template-columns: repeat(${COLUMNS}, 1fr); gap: 16px }
    figure { margin: 0 } img { display: block; width: 100% } figcaption { padding-top: 4px }
  </style><h1></h1><main>${cells.join('')}</main>
  <script>document.querySelector('h1').textContent = ${JSON.stringify(title).replaceAll('<', '\\u003c')}</script>`
}
