import type { NodeId } from '@five-pillars/simulator'

/** A message, told so that it is the same one in every run of its world. */
export interface Which {
  readonly from: NodeId
  readonly to: NodeId
  /** Which of the messages of its link, from 1. */
  readonly nth: number
  readonly isCopy: boolean
  readonly label: string
  /** When it was sent, in the run in which it was taken, in virtual milliseconds. */
  readonly sentAt: number
}

interface Made {
  /** When it happens, in virtual milliseconds. */
  readonly at: number
}

/** Something that was done to a live world by hand. */
export type Change =
  /** Nothing passes between two nodes from here on; or it does again. */
  | (Made & { readonly kind: 'cut' | 'mend'; readonly a: NodeId; readonly b: NodeId })
  | (Made & { readonly kind: 'lose'; readonly message: Which })
  | (Made & { readonly kind: 'delay'; readonly message: Which; readonly byMs: number })

/** Changes that people make on one slide are few; a message of another window may be anything. */
const MOST_CHANGES = 200

/** Whether what another window says are changes. */
export function areChanges(data: unknown): data is readonly Change[] {
  return Array.isArray(data) && data.length <= MOST_CHANGES && data.every(isChange)
}

function isChange(data: unknown): boolean {
  if (!isObject(data) || typeof data['at'] !== 'number') return false
  switch (data['kind']) {
    case 'cut':
    case 'mend':
      return typeof data['a'] === 'string' && typeof data['b'] === 'string'
    case 'lose':
      return isWhich(data['message'])
    case 'delay':
      return isWhich(data['message']) && typeof data['byMs'] === 'number'
    default:
      return false
  }
}

function isWhich(data: unknown): boolean {
  return (
    isObject(data) &&
    typeof data['from'] === 'string' &&
    typeof data['to'] === 'string' &&
    typeof data['nth'] === 'number' &&
    typeof data['isCopy'] === 'boolean' &&
    typeof data['label'] === 'string' &&
    typeof data['sentAt'] === 'number'
  )
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}
