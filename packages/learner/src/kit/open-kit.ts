import type { Disk } from './disk.ts'

/** Where a learner works: a clone, or a kit that was unzipped. */
export interface Kit {
  /** Absolute path of the folder that holds `exercises/`. */
  readonly root: string
  /** Absolute path of `.five-pillars`: versions, progress, the last failure of each exercise. */
  readonly work: string
  /** Milliseconds since 1970, by a clock that may be set back. */
  readonly now: () => number
  readonly disk: Disk
}

export interface KitOptions {
  root: string
  /** Where the command was given; default: the working directory of this process. */
  cwd?: string
  /** Default: `Date.now`. */
  now?: () => number
  /** Default: the disk of this machine. */
  disk?: Disk
}

/**
 * The kit in a folder. Writes nothing.
 *
 * @throws LearnerError `no-kit` where the folder has no exercises, `other-kit` where the command was
 * given inside another kit
 */
export function openKit(_options: KitOptions): Promise<Kit> {
  throw new Error('openKit is not written yet')
}
