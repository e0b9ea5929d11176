import type { DeckFormat, Paper } from '@five-pillars/printer'

import { CliError } from '../cli-error.ts'

/** Options that are not for every format, as they are written. */
const OWN = { withClicks: '--with-clicks', paper: '--paper' } as const

/** What is counted in each format, and which options it has a use for. */
export const FORMATS = {
  pdf: { unit: 'pages', takes: ['withClicks'] },
  handout: { unit: 'pages', takes: ['paper'] },
  card: { unit: 'pages', takes: ['paper'] },
  guide: { unit: 'pages', takes: ['paper'] },
  png: { unit: 'pictures', takes: ['withClicks'] },
  md: { unit: 'pictures', takes: ['withClicks'] },
  pptx: { unit: 'slides', takes: ['withClicks'] },
  'pptx-editable': { unit: 'slides', takes: ['withClicks'] },
  html: { unit: 'slides', takes: [] },
} as const satisfies Record<Format, { unit: string; takes: readonly (keyof typeof OWN)[] }>

/** A card is of a pillar, the guide of the whole day, everything else of a deck. */
export type Format = DeckFormat | 'card' | 'guide'

export interface ExportOptions {
  format: Format
  out: string
  dark?: true
  withClicks?: true
  paper?: Paper
  browser?: string
}

/** An option that a format has no use for would be passed over without a word: it is refused. */
export function refuseUseless(options: ExportOptions): void {
  for (const [option, written] of Object.entries(OWN)) {
    if (!(option in options) || takes(options.format).includes(option)) continue
    const able = Object.keys(FORMATS).filter((format) => takes(format).includes(option))
    throw new CliError(
      'useless-option',
      `--format ${options.format} has no use for ${written}.`,
      `Leave it out, or choose one of ${able.join(', ')}.`,
    )
  }
}

/** There is one guide: a name beside it is meant for something else. */
export function refuseNames(names: readonly string[]): void {
  const [first] = names
  if (first === undefined) return
  const fix = `Leave out "${first}", or choose another format.`
  throw new CliError('useless-name', 'The guide is of the whole day, and not of a deck.', fix)
}

function takes(format: string): readonly string[] {
  return Object.entries(FORMATS).find(([name]) => name === format)?.[1].takes ?? []
}
