import type { Locator, Page } from 'playwright'

/**
 * Opens the page that holds every slide of a deck, or every click state of every slide, one below
 * the other. A slide says how many clicks it has only when it is there, so states join late: the
 * list is whole when it has not grown for a while.
 */
export async function openPrintRoute(
  page: Page,
  deck: string,
  mode: 'slides' | 'clicks',
): Promise<Locator> {
  await page.goto(`/decks/${deck}/?print=${mode === 'clicks' ? 'clicks' : 'true'}#/print`)
  await page.waitForFunction(isWhole, undefined, { polling: POLL_MS })
  return page.locator('.print-slide-container')
}

const POLL_MS = 50

/** Runs in the page: whether as many slides are there as at the ten polls before. */
function isWhole(): boolean {
  const data = document.body.dataset
  const slides = document.querySelectorAll('.print-slide-container').length
  const isLoading = document.querySelector('.slidev-slide-loading') !== null
  const isSame = slides > 0 && !isLoading && data['slides'] === String(slides)
  const polls = isSame ? Number(data['polls']) + 1 : 0
  data['slides'] = String(slides)
  data['polls'] = String(polls)
  return polls >= 10
}
