declare module 'virtual:five-pillars/deck' {
  import type { Use } from './sources/scan-deck.ts'

  export const uses: readonly Use[]
}

declare module 'virtual:five-pillars/diagrams' {
  import type { Drawings } from './diagrams/read-drawings.ts'

  export const drawings: Readonly<Record<string, Drawings>>
}
