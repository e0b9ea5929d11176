/** A request may say until when somebody waits for it, and who that is where others pass it on. */
export interface Request {
  t: 'request'
  id: number
  deadlineMs: number
}

interface Answer {
  t: 'answer'
  id: number
  /** Nobody waited for it any more when it was sent. */
  late?: boolean
}

/** What users and servers say to each other, in every world of this deck. */
export type Message = Request | Answer | { t: 'refusal'; id: number }

/** A message in as few letters as a dot on a slide can carry: its number. */
export function labelOf(msg: Message): string {
  if (msg.t === 'refusal') return `no ${msg.id}`
  return msg.t === 'answer' && msg.late === true ? `${msg.id} too late` : `${msg.id}`
}
