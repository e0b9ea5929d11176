import { exercises, figures, pillars } from '@five-pillars/content'

type Frontmatter = Readonly<Record<string, unknown>>

/**
 * What a slide is called in the overview, in the list of slides and to those who jump to it: its
 * heading, else what its layout prints as one. Slidev itself only knows headings and would call a
 * case study by the `name` in its frontmatter.
 */
export function slideTitle(content: string, frontmatter: Frontmatter): string | undefined {
  const own = frontmatter['title']
  if (typeof own === 'string') return own
  return /^# (.+)$/m.exec(withoutCode(content))?.[1]?.trim() ?? layoutTitle(frontmatter)
}

function layoutTitle(frontmatter: Frontmatter): string | undefined {
  const { layout, pillar, figure, exercise, question, part } = frontmatter
  switch (layout) {
    case 'question':
      return typeof question === 'string' ? question : undefined
    case 'pillar':
      return pillars.find(({ id }) => id === pillar)?.name
    case 'figure':
      return figures.find(({ id }) => id === figure)?.label
    case 'exercise':
      return exercises.find(({ slug }) => slug === exercise)?.title
    case 'break':
      return 'Break'
    case 'sources':
      return typeof part === 'number' ? `Sources, part ${part}` : 'Sources'
    default:
      return undefined
  }
}

/** A comment of shell or Python is no heading. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1/gm, '')
}
