import { normalize } from './diagram-file.ts'

/** A Mermaid diagram of a deck and where its author finds it. */
export interface FoundDiagram {
  code: string
  /** `slides.md:41 (slide 7)`, the line of the fence. */
  where: string
}

interface ScannedSlide {
  /** Markdown of the slide, as it is built. */
  content: string
  /** File, relative to the deck, and the line of the content's first line. */
  file: string
  line: number
  no: number
}

const FENCE = /^( *)(`{3,}|~{3,})mermaid\b[^\n]*\n([\s\S]*?)^\1\2/gm

/** Every Mermaid fence of a deck, in the order of the slides. */
export function findDiagrams(slides: readonly ScannedSlide[]): FoundDiagram[] {
  return slides.flatMap((slide) => {
    const text = slide.content.replaceAll('\r\n', '\n')
    return [...text.matchAll(FENCE)].map((match) => {
      const line = slide.line + text.slice(0, match.index).split('\n').length - 1
      return {
        code: normalize(match[3] ?? ''),
        where: `${slide.file}:${line} (slide ${slide.no})`,
      }
    })
  })
}
