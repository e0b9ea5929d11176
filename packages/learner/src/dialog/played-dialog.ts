/** A dialog for tests that press its keys: `node played-dialog.ts <ask|review>`. */
import { decisionPlace } from '@five-pillars/content'

import { askDialog } from '../ask/ask-dialog.ts'
import { reviewDialog } from '../review/review-dialog.ts'
import { atTerminal } from './at-terminal.ts'

if (process.argv[2] === 'review') {
  await atTerminal(reviewDialog({ length: 'short', startMs: Date.now() }), false)
} else {
  await atTerminal(askDialog(decisionPlace(), { hasTalks: true }), false)
}
