declare module 'virtual:five-pillars/deck' {
  import type { Use } from './sources/scan-deck.ts'

  export const uses: readonly Use[]
}

declare module 'virtual:five-pillars/exercises' {
  /** By slug; empty in a built deck. */
  export const exercises: Readonly<Record<string, { name: string; worker: string }>>
}

declare module 'virtual:five-pillars/diagrams' {
  import type { Drawings } from './diagrams/read-drawings.ts'

  export const drawings: Readonly<Record<string, Drawings>>
}
