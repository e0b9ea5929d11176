/** A request may say until when somebody waits for it, and who that is where others pass it on. */
export interface Request {
  t: 'request'
  id: number
  deadlineMs: number
}

/** What users and servers say to each other, in every world of this deck. */
export type Message = Request | { t: 'answer' | 'refusal'; id: number }

/** A message in a few words. */
export function labelOf({ t, id }: Message): string {
  return `${t} ${id}`
}
