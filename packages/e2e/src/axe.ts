import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What depends on the colours of a page: all else is the same in light and dark. */
export const OF_COLOR = ['color-contrast', 'link-in-text-block'] as const

/**
 * Serious and critical violations of the page as it stands, or of one part of it, one line for each
 * element.
 *
 * @param rules the only ones to look at; default all of them
 */
export async function seriousViolations(
  page: Page,
  part = 'html',
  rules?: readonly string[],
): Promise<string[]> {
  // Half a megabyte: once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source)
  const only = rules === undefined ? {} : { runOnly: rules }
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(only)})`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}
