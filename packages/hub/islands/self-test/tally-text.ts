/** How one question went, and which talk tells of it. */
export interface Answered {
  isHad: boolean
  talk: string
}

/** How far it is, and which talks to hear again, those with most gaps first. */
export function tallyText(answered: readonly Answered[], of: number): string {
  const gaps = new Map<string, number>()
  for (const { isHad, talk } of answered) {
    if (!isHad) gaps.set(talk, (gaps.get(talk) ?? 0) + 1)
  }
  const had = answered.filter(({ isHad }) => isHad).length
  const again = [...gaps].toSorted(([, a], [, b]) => b - a).map(([talk]) => talk)
  return [
    `You had ${had} of the ${answered.length} you answered; ${of} in all.`,
    ...(again.length === 0 ? [] : [`Hear again: ${again.join(', ')}.`]),
    ...(had === of ? ['You are ready: teach it to somebody.'] : []),
  ].join(' ')
}
