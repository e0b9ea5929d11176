import { evidenceTags } from './evidence.ts'
import type { EvidenceKind } from './evidence.ts'

/** A place in a deck that shows a figure, a claim, or another thing that has sources. */
export interface Use {
  kind: EvidenceKind
  id: string
  /** Number of the slide, from 1. */
  slide: number
}

interface ScannedSlide {
  content: string
  frontmatter: Readonly<Record<string, unknown>>
}

/** Sources of the deck's own components, by name: what they show, their slide shows. */
export type ComponentSources = ReadonlyMap<string, string>

/** A row of the stack is named by its pillar, all others by an id. */
const EVIDENCE = new RegExp(
  String.raw`<(${Object.keys(evidenceTags).join('|')})\s(?:[^>]*?\s)?(?:id|pillar)=(["'])([\w-]+)\2`,
  'g',
)
const COMPONENT = /<([A-Z]\w*)/g

/** Everything with sources that a deck shows, in the order of the slides; repeats are kept. */
export function scanDeck(
  slides: readonly ScannedSlide[],
  components: ComponentSources = new Map(),
): Use[] {
  return slides.flatMap(({ content, frontmatter }, index) => {
    const slide = index + 1
    const big = frontmatter['figure']
    const first: Use[] = typeof big === 'string' ? [{ kind: 'figure', id: big, slide }] : []
    return [...first, ...scanText(withComponents(content, components), slide)]
  })
}

function scanText(text: string, slide: number): Use[] {
  return [...text.matchAll(EVIDENCE)].flatMap(([, tag = '', , id = '']): Use[] => {
    const kind = evidenceTags[tag]
    return kind === undefined ? [] : [{ kind, id, slide }]
  })
}

/** The slide with each of its components' sources once behind it. */
function withComponents(content: string, components: ComponentSources): string {
  const texts = [content]
  const seen = new Set<string>()
  // The list grows while it is walked: components have components.
  for (const text of texts) {
    for (const [, name = ''] of text.matchAll(COMPONENT)) {
      const source = components.get(name)
      if (source === undefined || seen.has(name)) continue
      seen.add(name)
      texts.push(source)
    }
  }
  return texts.join('\n')
}
