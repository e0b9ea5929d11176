// `npm run shots`: every slide of every deck as a picture, and a contact sheet of each deck.
import path from 'node:path'

import { decks } from '@five-pillars/content'
import { shootDecks } from '@five-pillars/printer'

const ROOT = path.resolve(import.meta.dirname, '../../..')

const taken = await shootDecks({
  decks: decks.map(({ id, title, path: folder }) => ({
    id,
    title,
    dir: path.join(ROOT, folder, 'dist'),
    shots: path.join(ROOT, folder, 'shots'),
  })),
  prefer: 'packaged',
  onProgress: ({ done, message }) => {
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001B[2K${String(Math.round(done * 100)).padStart(3)} %  ${message}`)
    }
  },
})
if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K')
for (const { id, path: folder } of decks) {
  console.log(`${folder}/shots/sheet.png  ${taken.get(id) ?? 0} slides`)
}
