// What the commands `ask` and `review` show, and nothing of the learner's day: it starts sooner.
export { askDialog, isEnd } from './ask/ask-dialog.ts'
export { formatEnd } from './ask/format-end.ts'
export { formatTree } from './ask/format-tree.ts'
export { placeJson } from './ask/place-json.ts'
export { atTerminal } from './dialog/at-terminal.ts'
export { formatReview } from './review/format-review.ts'
export { reviewDialog } from './review/review-dialog.ts'
