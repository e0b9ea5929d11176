/** The command of a deck that recomputes its measured figures. */
export function measuredBy(deck: string): string {
  return `npm --prefix decks/${deck} run measure`
}
