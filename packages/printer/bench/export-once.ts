// What `export` does once everything is built, as a process of its own: `slidev export` is one too.
import { exportDecks } from '../src/index.ts'
import { builtDecks } from './bench-decks.ts'

await exportDecks({
  decks: builtDecks(),
  out: process.argv[2] ?? '',
  format: 'pdf',
  prefer: 'packaged',
})
