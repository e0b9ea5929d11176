/**
 * What becomes of a slide in a shorter cut of its deck: a `must` is in every cut, a `should` goes
 * before a `could`.
 */
export const priorities = ['must', 'should', 'could'] as const

export type Priority = (typeof priorities)[number]

/** Reads the frontmatter's `priority`; nothing where it says something else, or nothing. */
export function priorityOf(frontmatter: Readonly<Record<string, unknown>>): Priority | undefined {
  return priorities.find((one) => one === frontmatter['priority'])
}
