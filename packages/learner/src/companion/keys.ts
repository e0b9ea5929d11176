/** What a learner can do with one key, in the order in which the screen names them. */
export const keys = [
  { key: 'n', action: 'next', word: 'next' },
  { key: 'b', action: 'brief', word: 'brief' },
  { key: 'h', action: 'hint', word: 'hint' },
  { key: 'd', action: 'diagram', word: 'diagram' },
  { key: 'r', action: 'replay', word: 'replay' },
  { key: 'v', action: 'versions', word: 'versions' },
  { key: 'x', action: 'reset', word: 'reset' },
  { key: 's', action: 'skip', word: 'skip' },
  { key: 'c', action: 'catch-up', word: 'catch up' },
  { key: 'g', action: 'go', word: 'go to' },
  { key: 'p', action: 'progress', word: 'progress' },
  { key: 'a', action: 'ask', word: 'ask for help' },
  { key: 'u', action: 'submit', word: 'submit' },
  { key: 'm', action: 'room', word: 'room' },
  { key: 'q', action: 'quit', word: 'quit' },
] as const

/** The keys as they are called now: the room is there for who is in one, and has ears. */
export function keysNow(
  room: { readonly isHandRaised: boolean } | null,
): readonly { readonly key: string; readonly word: string }[] {
  if (room === null) return keys.filter(({ action }) => action !== 'room')
  const hand = room.isHandRaised ? 'lower hand' : 'raise hand'
  return keys.map(({ key, action, word }) => ({ key, word: action === 'ask' ? hand : word }))
}

export type Action = (typeof keys)[number]['action'] | 'check' | 'back'

/** `h`, `hint` and `Hint` are the same; an empty line checks. */
export function actionOf(typed: string): Action | undefined {
  const word = typed.trim().toLowerCase()
  if (word === '' || word === 'check') return 'check'
  if (word === 'back') return 'back'
  if (word === 'hand' || word === 'raise hand' || word === 'lower hand') return 'ask'
  return keys.find(({ key, word: name, action }) => [key, name, action].some((one) => one === word))
    ?.action
}
