/** What a system loses to sharing: a part done one at a time, and a part spent agreeing. */
export interface Losses {
  /** Share of the work that cannot be split (contention). */
  serial: number
  /** Cost of each pair of workers that must agree, relative to the work (coherency). */
  pairwise: number
}

export const example: Losses = { serial: 0.03, pairwise: 0.0001 }

/**
 * Throughput of `workers` machines relative to one: the universal scalability law
 * (N. Gunther, Guerrilla Capacity Planning, 2007). Without pairwise cost it is Amdahl's law.
 */
export function speedUp(workers: number, { serial, pairwise }: Losses): number {
  return workers / (1 + serial * (workers - 1) + pairwise * workers * (workers - 1))
}

/** The number of workers beyond which each further one makes the whole slower. */
export function peakWorkers({ serial, pairwise }: Losses): number {
  return Math.sqrt((1 - serial) / pairwise)
}
