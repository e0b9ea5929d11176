/** What was released, in two words: `Hint 2`, `Solution`. */
export function releaseText({
  kind,
  level,
}: {
  readonly kind: string
  readonly level: number | null
}): string {
  return kind === 'hint' ? `Hint ${level}` : 'Solution'
}
