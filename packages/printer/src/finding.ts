/** The faults that a check finds, most of them as a reader of the slide would meet them. */
export type FindingKind =
  | 'clipped'
  | 'off-canvas'
  | 'tiny-text'
  | 'missing-image'
  | 'mermaid-error'
  | 'unknown-element'
  | 'component-error'
  | 'empty-slide'
  | 'low-contrast'
  | 'no-alt-text'
  | 'accessibility'
  | 'foreign-request'
  | 'failed-request'
  | 'console-error'
  | 'fallback-font'
  | 'not-editable'

export type Scheme = 'light' | 'dark'

/** One fault, at the first click state that shows it. */
export interface Finding {
  deck: string
  /** Counted from 1; null when the fault belongs to no slide. */
  slide: number | null
  /** How many clicks were made on that slide: 0 is the slide as it opens. */
  click: number | null
  scheme: Scheme
  kind: FindingKind
  message: string
}

/** `work, slide 3, click 2: tiny text: …`: one line for a terminal. */
export function formatFinding(finding: Finding): string {
  const { deck, slide, click, scheme, kind, message } = finding
  const place = [deck]
  if (slide !== null) place.push(`slide ${slide}`)
  if (click !== null && click > 0) place.push(`click ${click}`)
  if (scheme === 'dark') place.push('dark')
  return `${place.join(', ')}: ${kind.replaceAll('-', ' ')}: ${message}`
}
