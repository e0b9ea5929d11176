/** The two sizes that printers of this world have. */
export type Paper = 'a4' | 'letter'

/** In millimetres. */
export const PAPERS: Readonly<Record<Paper, { width: number; height: number }>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
}
