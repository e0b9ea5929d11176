/** Each colour is the page's own where the page has one, so that it follows light and dark. */
export const COLORS = {
  paper: 'var(--fp-paper, #faf9f5)',
  ink: 'var(--fp-ink, #1b1f24)',
  soft: 'var(--fp-ink-soft, #555c65)',
  line: 'var(--fp-line, #8b8d8b)',
  accentLine: 'var(--fp-accent-line, #555c65)',
  accentFill: 'var(--fp-accent-fill, #868d94)',
  fault: 'var(--fp-fault-line, #c0143c)',
  faultText: 'var(--fp-fault-text, #b01237)',
} as const

const SANS = "var(--fp-sans, 'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif)"

export const LABEL_SIZE = 14
export const NAME_SIZE = 17
export const HEAD_SIZE = 16

/** The rules of one drawing; they reach no other one on the page. */
export function styleOf(id: string): string {
  const rules = [
    ['', `font-family: ${SANS}; fill: none; stroke: ${COLORS.ink}; stroke-linecap: round`],
    ['text', `fill: ${COLORS.ink}; stroke: none; font-size: ${LABEL_SIZE}px`],
    ['.name', `font-size: ${NAME_SIZE}px; font-weight: 600`],
    [
      '.halo',
      `stroke: ${COLORS.paper}; stroke-width: 4px; paint-order: stroke; stroke-linejoin: round`,
    ],
    ['.soft', `fill: ${COLORS.soft}`],
    ['.broken', `fill: ${COLORS.faultText}; font-size: ${HEAD_SIZE}px; font-weight: 600`],
    ['.life', `stroke: ${COLORS.line}; stroke-width: 1.5`],
    ['.leads', `stroke: ${COLORS.ink}; stroke-width: 1.75`],
    ['.down', `stroke: ${COLORS.soft}; stroke-width: 2; stroke-dasharray: 0.1 6`],
    ['.still', `stroke: ${COLORS.soft}; stroke-width: 1.25`],
    ['.sent', `stroke: ${COLORS.soft}; stroke-width: 1.5; stroke-linejoin: round`],
    ['.away', 'stroke-dasharray: 5 4'],
    ['.cross', `stroke: ${COLORS.fault}; stroke-width: 2.5`],
    ['.cut', `stroke: ${COLORS.fault}; stroke-width: 3; stroke-dasharray: 14 9`],
    ['.bridge', `stroke: ${COLORS.paper}; stroke-width: 9; stroke-linecap: butt`],
    ['.one-way', 'stroke-dasharray: 5 9'],
    ['.spell', `stroke: ${COLORS.fault}; stroke-width: 1.5`],
    ['.found', `stroke: ${COLORS.fault}; stroke-width: 1.5`],
    ['.ring', `stroke: ${COLORS.fault}; stroke-width: 2.5`],
    ['.axis', `stroke: ${COLORS.line}; stroke-width: 1`],
    ['.heal', `stroke: ${COLORS.soft}; stroke-width: 1.25; stroke-dasharray: 2 5`],
    ['.node', `fill: ${COLORS.accentFill}; stroke-width: 1.75`],
    ['.mark', `fill: ${COLORS.ink}; stroke: ${COLORS.paper}; stroke-width: 1`],
    ['.crown', `fill: ${COLORS.accentFill}; stroke-width: 1.25`],
    ['.leader', `fill: ${COLORS.paper}; stroke-width: 1.75`],
    ['.ok', `fill: ${COLORS.accentFill}; stroke-width: 1.5`],
    ['.unknown', `fill: ${COLORS.paper}; stroke-width: 1.75; stroke-dasharray: 0.1 5`],
    ['.failed', `fill: ${COLORS.paper}; stroke-width: 1.5`],
  ] as const
  return rules
    .map(([selector, rule]) => `#${id}${selector === '' ? '' : ` ${selector}`} { ${rule} }`)
    .join('\n')
}
