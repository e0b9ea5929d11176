declare module 'virtual:five-pillars/deck' {
  import type { Use } from './sources/scan-deck.ts'

  export const uses: readonly Use[]
}
