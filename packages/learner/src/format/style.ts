import { styleText } from 'node:util'

/** What the terminal can show. */
export interface Screen {
  /** Width in characters. */
  readonly columns: number
  readonly color: boolean
}

type Mark = 'bold' | 'dim' | 'red' | 'green' | 'yellow'

export type Style = (mark: Mark, text: string) => string

/** Marks for a terminal; without colour the text stays as it is, and words carry the meaning. */
export function styleFor({ color }: Screen): Style {
  return (mark, text) => (color ? styleText(mark, text, { validateStream: false }) : text)
}

const COLUMNS_MAX = 100
const COLUMNS_MIN = 40

export function widthOf({ columns }: Screen): number {
  return Math.min(Math.max(columns, COLUMNS_MIN), COLUMNS_MAX)
}
