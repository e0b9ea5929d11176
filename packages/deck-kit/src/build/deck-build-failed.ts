/** A deck that cannot be built; `lines` are the last ones that the tools said. */
export class DeckBuildFailed extends Error {
  readonly code = 'deck-build-failed'
  readonly title: string
  readonly lines: readonly string[]
  readonly fix: string

  constructor(decks: readonly string[], lines: readonly string[]) {
    const title = `The build of ${decks.join(', ')} failed.`
    const fix = 'Correct what the lines above name, then build again.'
    super([title, ...lines, fix].join('\n'))
    this.name = 'DeckBuildFailed'
    this.title = title
    this.lines = lines
    this.fix = fix
  }
}
