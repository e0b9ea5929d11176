/** The first line of a note: `Time: 1.5 min`. */
const TIME_LINE = /^Time: (\d+(?:\.\d+)?) min$/

/** How long a slide takes, in minutes, as its note says in its first line; nothing where it does not. */
export function timeOfNote(note: string): number | undefined {
  const first = note.trim().split('\n')[0] ?? ''
  const [, minutes] = TIME_LINE.exec(first.trim()) ?? []
  return minutes === undefined ? undefined : Number(minutes)
}
