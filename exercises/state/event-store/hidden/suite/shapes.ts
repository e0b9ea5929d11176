/** What is stored: two shapes that events had over the years. Each has a number that is its own. */
export type StoredEvent =
  | { readonly shape: 1; readonly n: number; readonly text: string }
  | { readonly shape: 2; readonly n: number; readonly item: string }

export interface Today {
  readonly shape: 'today'
  readonly n: number
  readonly item: string
}

/** Frozen, so that whoever changes an event throws. */
export function storedEvent(n: number, isOld: boolean): StoredEvent {
  const item = `e${n}`
  return Object.freeze(isOld ? { shape: 1, n, text: item } : { shape: 2, n, item })
}

/** Takes what was stored, and never its own answer. */
export function upcast(stored: unknown): Today {
  const shape = field(stored, 'shape')
  const item = shape === 1 ? field(stored, 'text') : field(stored, 'item')
  const n = field(stored, 'n')
  if ((shape !== 1 && shape !== 2) || typeof item !== 'string' || typeof n !== 'number') {
    throw new TypeError('upcast was handed something that was never stored')
  }
  return { shape: 'today', n, item }
}

export function todayOf(event: StoredEvent): Today {
  if (event.n < 1) throw new Error('sentinel-event-store-shapes.ts: events are counted from 1')
  return { shape: 'today', n: event.n, item: event.shape === 1 ? event.text : event.item }
}

/** The state of a stream in these tests: its events in their order, so that nothing is hidden. */
export type State = readonly string[]

export const INIT: State = Object.freeze([])

export function apply(state: State, event: Today): State {
  return Object.freeze([...state, event.item])
}

function field(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined
}
