import path from 'node:path'

import { HANDOUT_PAGES, HANDOUTS, handoutPagesSchema } from '../kit/handout-pages.ts'
import type { HandoutPages } from '../kit/handout-pages.ts'
import type { Kit } from '../kit/open-kit.ts'

/** The page of a handout that shows a slide and what is said about it. */
export interface HandoutPage {
  /** Relative to the kit, with forward slashes: `handouts/truth-handout.pdf`. */
  readonly file: string
  /** From 1. */
  readonly page: number
}

/**
 * Where a slide is in the handouts of this kit; null where the host put none in, or it is gone, or
 * the slide is not in it.
 */
export async function handoutPageOf(
  kit: Kit,
  { deck, slide }: { deck: string; slide: string },
): Promise<HandoutPage | null> {
  const folder = path.join(kit.root, HANDOUTS)
  const names = await kit.disk.list(folder)
  if (!names.includes(HANDOUT_PAGES)) return null
  const handouts = parsed(await kit.disk.read(path.join(folder, HANDOUT_PAGES)))
  const handout = Object.hasOwn(handouts, deck) ? handouts[deck] : undefined
  if (handout === undefined || !names.includes(handout.file)) return null
  const page = Object.hasOwn(handout.pages, slide) ? handout.pages[slide] : undefined
  return page === undefined ? null : { file: `${HANDOUTS}/${handout.file}`, page }
}

/** A damaged list knows nothing. */
function parsed(content: Uint8Array | undefined): HandoutPages {
  try {
    return handoutPagesSchema.parse(JSON.parse(new TextDecoder().decode(content)))
  } catch {
    return {}
  }
}
