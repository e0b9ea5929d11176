/** What somebody looks for; an empty field asks for nothing. */
export interface Filter {
  words: string
  pain: string
  pillar: string
}

/** What is known of a row. */
export interface RowFacts {
  /** All that can be read in it. */
  text: string
  pillar: string
  pains: readonly string[]
}

/** Whether a row has the pillar, the pain and each of the words, in any order and case. */
export function matches({ text, pillar, pains }: RowFacts, filter: Filter): boolean {
  const read = text.toLowerCase()
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  return (
    (filter.pillar === '' || filter.pillar === pillar) &&
    (filter.pain === '' || pains.includes(filter.pain)) &&
    words.every((word) => read.includes(word))
  )
}
