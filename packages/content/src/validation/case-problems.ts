import type { Content } from './schema.ts'

/** Case studies that nobody tells who was there. */
export function* caseProblems({ caseStudies, sources }: Content): Generator<string> {
  const firsthand = new Set(sources.flatMap((one) => (one.firsthand === true ? [one.id] : [])))
  for (const { id, sources: named } of caseStudies) {
    const [first = ''] = named
    if (!firsthand.has(first)) yield `case study "${id}": "${first}" does not tell it at first hand`
  }
}
