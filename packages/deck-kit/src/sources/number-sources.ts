/** Each source once, in the order in which the uses first lean on it. */
export function numberSources<Use, SourceId>(
  uses: readonly Use[],
  sourcesOf: (use: Use) => readonly SourceId[],
): SourceId[] {
  return [...new Set(uses.flatMap((use) => sourcesOf(use)))]
}

/**
 * One part of a list that is spread over several slides: the parts differ in length by one at
 * most, and together they are the list.
 */
export function partOf<Item>(items: readonly Item[], part: number, of: number): readonly Item[] {
  const start = Math.round(((part - 1) * items.length) / of)
  return items.slice(start, Math.round((part * items.length) / of))
}
