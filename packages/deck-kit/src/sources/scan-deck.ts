/** A place in a deck that shows a figure or a claim. */
export interface Use {
  kind: 'figure' | 'claim'
  id: string
  /** Number of the slide, from 1. */
  slide: number
}

interface ScannedSlide {
  content: string
  frontmatter: Readonly<Record<string, unknown>>
}

const TAG = /<(Figure|Claim)\b[^>]*?\bid=(["'])([\w-]+)\2/g

/** Every figure and claim that a deck shows, in the order of the slides; repeats are kept. */
export function scanDeck(slides: readonly ScannedSlide[]): Use[] {
  return slides.flatMap((slide, index) => scanSlide(slide, index + 1))
}

function scanSlide({ content, frontmatter }: ScannedSlide, slide: number): Use[] {
  const big: Use[] =
    typeof frontmatter['figure'] === 'string'
      ? [{ kind: 'figure', id: frontmatter['figure'], slide }]
      : []
  const inline = [...content.matchAll(TAG)].map(([, tag, , id = '']): Use => {
    return { kind: tag === 'Claim' ? 'claim' : 'figure', id, slide }
  })
  return [...big, ...inline]
}
