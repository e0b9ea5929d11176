import type { BoardCell, ExerciseColumn } from '../../../../src/view.ts'

/** What a cell says to the eye, in as few signs as there are: `5/8`, `✓`, `…`. */
export function cellText(cell: BoardCell | null, column: ExerciseColumn): string {
  if (cell === null) return '·'
  if (cell.state === 'kept') return '✓'
  return `${cell.kept}/${column.promises}`
}

/** What it says to the ear: the same signs, among whole words, so that it is found by either. */
export function cellWords(cell: BoardCell | null, column: ExerciseColumn): string {
  if (cell === null) return `${column.title}: not begun`
  const kept = `${cell.kept}/${column.promises} promises kept`
  const parts = [
    `${column.title}: ${stateWords(cell.state, kept)}`,
    cell.attempts === 1 ? '1 attempt' : `${cell.attempts} attempts`,
    ...(cell.hints === 0 ? [] : [cell.hints === 1 ? '1 hint seen' : `${cell.hints} hints seen`]),
    ...(cell.isStuck ? ['stuck'] : []),
  ]
  return parts.join(', ')
}

function stateWords(state: BoardCell['state'], kept: string): string {
  switch (state) {
    case 'kept':
      return 'every promise kept'
    case 'waiting':
      return `waits to be judged; ${kept} before`
    case 'judging':
      return `is being judged; ${kept} before`
    case 'trying':
      return `${kept}, by the learner’s own checks`
    case 'broken':
      return kept
    case 'not-judged':
      return 'cannot be judged, the exercise is damaged'
  }
}
