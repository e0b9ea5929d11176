import type { Page } from 'playwright'

import type { ExpectedPdf } from './assert-pdf.ts'
import type { PrintedPdf } from './finish-pdf.ts'

/**
 * Prints the page as it is, on the paper that its style names, and reads the result back.
 *
 * @param families the font families that the page brings: any other one is reported
 * @throws PrinterError `pdf-wrong`.
 */
export async function printPage(
  page: Page,
  expected: ExpectedPdf,
  families: readonly string[],
): Promise<PrintedPdf> {
  const [printed, { finishPdf }] = await Promise.all([
    page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true }),
    // It takes a while to load, and this is when there is nothing else to do.
    import('./finish-pdf.ts'),
  ])
  return await finishPdf(printed, expected, families)
}
