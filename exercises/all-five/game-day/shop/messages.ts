import type { NodeId } from '@five-pillars/simulator'

/** What a user asks: to see a cart, or to put one more line into it. */
export interface Request {
  /** Numbers all requests of the shop from 1: a later one has a higher number. */
  readonly request: number
  readonly kind: 'show' | 'add'
  readonly cart: string
  /** The replicas of the shard that keeps the cart. */
  readonly replicas: readonly NodeId[]
}

/** The lines of a cart: each is the number of the request that put it there. */
export type Lines = readonly number[]

export type ShopMessage =
  | ({ readonly t: 'request' } & Request)
  /** `lines` is null where the cart could not be read or written. */
  | {
      readonly t: 'answer'
      readonly request: number
      readonly lines: Lines | null
      readonly workMs: number
    }
  | { readonly t: 'read'; readonly request: number; readonly cart: string }
  | {
      readonly t: 'value'
      readonly request: number
      readonly ts: number
      readonly lines: Lines
    }
  | {
      readonly t: 'write'
      readonly request: number
      readonly cart: string
      readonly ts: number
      readonly lines: Lines
    }
  | { readonly t: 'written'; readonly request: number }
  | { readonly t: 'probe'; readonly probe: number }
  | { readonly t: 'well'; readonly probe: number }
  /** Everybody who is to be watched from now on: one that is lost is made good by the next. */
  | { readonly t: 'watch'; readonly ids: readonly NodeId[] }
  /** Everybody who is down, as the monitor sees it. */
  | { readonly t: 'report'; readonly down: readonly NodeId[] }

/** A message in a few words. */
export function labelOf(msg: ShopMessage): string {
  switch (msg.t) {
    case 'request':
      return `${msg.kind} ${msg.cart}`
    case 'answer':
      return msg.lines === null ? 'no answer' : `${msg.lines.length} lines`
    case 'read':
      return `read ${msg.cart}`
    case 'value':
      return `${msg.lines.length} lines`
    case 'write':
      return `write ${msg.lines.length} lines`
    case 'report':
      return msg.down.length === 0 ? 'all are up' : `${msg.down.join(', ')} down`
    case 'watch':
      return `watch ${msg.ids.length} machines`
    case 'written':
    case 'probe':
    case 'well':
      return msg.t
  }
}
