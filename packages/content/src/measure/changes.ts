/** A measured figure, as far as measuring goes. */
export interface Measurable {
  readonly id: string
  readonly value: string
  readonly unit: string
  /** How far a new measurement may lie from the one before, as a share of it. */
  readonly tolerance: number
}

export type Amounts = Readonly<Record<string, number>>

/** What a new measurement means for one figure. */
export type Change =
  | { readonly kind: 'drifted' | 'moved'; readonly figure: Measurable; before: number; now: number }
  | { readonly kind: 'first'; readonly figure: Measurable; now: number }
  /** A figure that nothing measures, or a measurement of no figure. */
  | { readonly kind: 'unmeasured' | 'unknown'; readonly id: string }

/** Holds new amounts against those before. What is exactly as it was is no change. */
export function changesIn(
  figures: readonly Measurable[],
  before: Amounts,
  now: Amounts,
): readonly Change[] {
  const known = new Set(figures.map(({ id }) => id))
  const unknown = Object.keys(now).filter((id) => !known.has(id))
  return [
    ...figures.flatMap((figure) => changeOf(figure, before[figure.id], now[figure.id])),
    ...unknown.map((id) => ({ kind: 'unknown', id }) as const),
  ]
}

function changeOf(
  figure: Measurable,
  before: number | undefined,
  now: number | undefined,
): readonly Change[] {
  if (now === undefined) return [{ kind: 'unmeasured', id: figure.id }]
  if (before === undefined) return [{ kind: 'first', figure, now }]
  if (before === now) return []
  const isWithin = Math.abs(now - before) <= Math.abs(before) * figure.tolerance
  return [{ kind: isWithin ? 'moved' : 'drifted', figure, before, now }]
}

/** A change in a sentence, with both values and what was allowed. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'drifted':
    case 'moved': {
      const { figure, before, now, kind } = change
      const allowed = `tolerance ${percent(figure.tolerance)}`
      const place = kind === 'drifted' ? 'beyond' : 'within'
      return `figure "${figure.id}": was ${before}, is ${now} (${figure.unit}), ${place} its ${allowed}`
    }
    case 'first':
      return `figure "${change.figure.id}": measured for the first time, ${change.now}`
    case 'unmeasured':
      return `figure "${change.id}": nothing measures it; measure it in the deck that it names`
    case 'unknown':
      return `amount "${change.id}": there is no such figure of this deck in packages/content`
  }
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`
}
