/** What was answered to which question, for as long as the deck is open. */
export const predictions = new Map<string, number>()
