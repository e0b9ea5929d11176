/** The text with a full stop, unless it ends a sentence already: "et al." and "COST?" stay. */
export function closed(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}
