import type { Request, Wanted } from './worker-messages.ts'

/** Which run the stage shows or waits for. */
export interface Stand {
  /** The run that was asked for last. */
  readonly wanted: Wanted
  /** The run that a small one was made of; undefined where none was made smaller. */
  readonly whole: Wanted | undefined
  /**
   * Names the run on the stage before anything was done to it by hand: for as long as it stays the
   * same, the stage stays at its time.
   */
  readonly world: string
  /** Names the run on the stage. */
  readonly shown: string
  /** Whether the next run that arrives is of another world. */
  readonly isOther: boolean
}

export const firstStand: Stand = {
  wanted: { seed: 1, changes: [] },
  whole: undefined,
  world: '',
  shown: '',
  isOther: true,
}

/** After a request. */
export function asked(stand: Stand, { kind, ...wanted }: Request): Stand {
  const before = stand.wanted
  const isSame = kind === 'run' && wanted.seed === before.seed && wanted.token === before.token
  // A file that was saved is run again as it was: that is another world as well.
  const isOther = stand.isOther || !isSame || wanted.changes === before.changes
  const whole = wanted.token === undefined ? undefined : stand.whole
  return { ...stand, wanted, whole, isOther }
}

/** After an answer; it has a token if a run was made smaller. */
export function arrived(
  stand: Stand,
  { seed, hash }: { readonly seed: number; readonly hash: string },
  token?: string,
): Stand {
  const shown = `${seed} ${hash}`
  const world = stand.isOther && shown !== stand.shown ? shown : stand.world
  const next = { ...stand, world, shown, isOther: false }
  // A search ends at another seed than it began.
  if (token === undefined) return { ...next, wanted: { ...stand.wanted, seed } }
  // What was done by hand is in the plan of the small run.
  const wanted = { seed, token, changes: [] }
  return { ...next, wanted, whole: stand.whole ?? stand.wanted }
}

/** Whether the run on the stage was made smaller, and nothing was done to it since. */
export function isSmall({ wanted }: Stand): boolean {
  return wanted.token !== undefined && wanted.changes.length === 0
}

/** What to ask for a seed: what was done by hand is done in the next world too, until it is undone. */
export function requestOf(
  { wanted, whole }: Stand,
  { kind, seed }: Pick<Request, 'kind' | 'seed'>,
): Request {
  if (kind === 'shrink') return { kind, ...wanted }
  const { token, changes } = wanted
  if (token === undefined) return { kind, seed, changes }
  return { kind, seed, changes: [...(whole?.changes ?? []), ...changes] }
}
