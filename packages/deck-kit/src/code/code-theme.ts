/** As much of a TextMate theme as ours needs. */
interface CodeTheme {
  name: string
  type: 'light' | 'dark'
  fg: string
  bg: string
  settings: { scope?: string[]; settings: { foreground: string; fontStyle?: string } }[]
}

const INK = 'var(--fp-ink)'
const SOFT = 'var(--fp-ink-soft)'
const ACCENT = 'var(--fp-accent-text)'

/**
 * Code in ink, as in print: words of the language bold, comments and punctuation soft, and values
 * in the one colour of the slide's pillar. The page's variables give both papers their contrast.
 */
export function codeTheme(type: 'light' | 'dark'): CodeTheme {
  return {
    name: `five-pillars-${type}`,
    type,
    fg: INK,
    bg: 'var(--fp-paper-raised)',
    settings: [
      { settings: { foreground: INK } },
      rule(SOFT, ['comment', 'punctuation', 'meta.brace', 'keyword.operator.type.annotation']),
      rule(ACCENT, ['string', 'string punctuation', 'constant', 'constant.numeric']),
      { ...rule(INK, ['keyword', 'storage']), settings: { foreground: INK, fontStyle: 'bold' } },
      rule(INK, ['keyword.operator', 'variable', 'entity', 'support', 'meta.template.expression']),
    ],
  }
}

function rule(foreground: string, scope: string[]): CodeTheme['settings'][number] {
  return { scope, settings: { foreground, fontStyle: '' } }
}
