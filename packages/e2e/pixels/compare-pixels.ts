// `npm run pixels`: names every slide that looks different from when it was last accepted, and with
// `-- --accept` takes what is there now. Look at the slides first: npm run shots.
import { parseArgs } from 'node:util'
import path from 'node:path'

import { decks } from '@five-pillars/content'
import { changedSlides, checkDecks } from '@five-pillars/printer'

import { acceptPixels, acceptedPixels } from '../src/accepted-pixels.ts'
import { root } from '../src/stage.ts'

const { accept } = parseArgs({ options: { accept: { type: 'boolean', default: false } } }).values

const checked = await checkDecks({
  decks: decks.map(({ id, path: folder }) => ({ id, dir: path.join(root, folder, 'dist') })),
  prefer: 'packaged',
  axe: false,
  pixels: true,
})
for (const { id, pixels } of checked.decks) {
  if (pixels === undefined) continue
  const accepted = acceptedPixels(id)
  const changed = changedSlides(pixels, accepted ?? { hand: pixels.hand })
  for (const line of changed ?? ['this machine draws otherwise than the one that drew it']) {
    console.log(`${id}: ${line}`)
  }
  if (accept) acceptPixels(id, pixels)
}
