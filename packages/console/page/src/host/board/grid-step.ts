/** A place on the board; column 0 is the learner's name. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

const PAGE = 10

/**
 * Where a key leads on a grid, as the ARIA practices have it; undefined where the key means nothing
 * here.
 */
export function gridStep(
  key: string,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | undefined {
  const place = moved(key, row, column, size)
  if (place === undefined) return undefined
  return {
    row: Math.min(Math.max(0, place.row), size.rows - 1),
    column: Math.min(Math.max(0, place.column), size.columns - 1),
  }
}

function moved(
  key: string,
  row: number,
  column: number,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'PageUp':
      return { row: row - PAGE, column }
    case 'PageDown':
      return { row: row + PAGE, column }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: size.columns - 1 }
    default:
      return undefined
  }
}
