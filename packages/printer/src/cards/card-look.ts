import type { PillarId } from '@five-pillars/content'

/** What a card is drawn with: the theme's, handed in because the printer knows no theme. */
export interface CardLook {
  /** A style sheet with `--fp-…` colours and the fonts inside. */
  style: string
  /** The inside of an `<svg viewBox="0 0 48 48">` for each pillar. */
  icons: Readonly<Record<PillarId, string>>
  /** The outline of a column of 60 × 130 that stands on y = 0. */
  column: string
}
