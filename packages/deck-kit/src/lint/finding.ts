/** Something that a slide does against the rules of the house. */
export interface Finding {
  rule: 'title' | 'time' | 'priority' | 'words' | 'list' | 'id' | 'case' | 'digit' | 'emoji'
  /** File and line, and the slide's number where there is one: `pages/02-work.md:14 (slide 9)`. */
  where: string
  message: string
}
