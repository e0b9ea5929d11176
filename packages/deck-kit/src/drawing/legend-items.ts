/** Everything the drawings' one language has a sign for. */
export const legendItems = [
  'client',
  'node',
  'disk',
  'queue',
  'message',
  'clock',
  'healthy',
  'slow',
  'dead',
  'unknown',
  'leader',
  'lost',
  'partition',
] as const

export type LegendItem = (typeof legendItems)[number]
