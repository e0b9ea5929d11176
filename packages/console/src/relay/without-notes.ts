/** A slide's notes in a bundle: a property with a string, however the bundler quotes it. */
const NOTE =
  /\b(noteHTML["']?:)(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`)/gu

/** A script of a built deck without what its speaker wants to say: for whoever only follows. */
export function withoutNotes(script: string): string {
  return script.replaceAll(NOTE, '$1""')
}
