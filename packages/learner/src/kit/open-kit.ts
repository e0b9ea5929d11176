import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'

import { LearnerError } from '../learner-error.ts'
import type { Disk } from './disk.ts'
import { nodeDisk } from './node-disk.ts'

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
export function openKit(options: KitOptions): Kit {
  const root = realPath(options.root)
  if (!isKit(root)) {
    const fix = 'Go to the folder that you unzipped and run: npm start'
    throw new LearnerError('no-kit', `${root} is no kit: it has no exercises.`, fix)
  }
  const inside = kitAround(realPath(options.cwd ?? process.cwd()))
  if (inside !== undefined && inside !== root) {
    throw new LearnerError(
      'other-kit',
      `You are in the kit ${inside}, and this command belongs to the kit ${root}.`,
      `Run in ${inside}: npm start`,
    )
  }
  const work = path.join(root, '.five-pillars')
  return {
    root,
    work,
    now: options.now ?? Date.now,
    disk: options.disk ?? nodeDisk(path.join(work, 'unfinished')),
  }
}

/** The nearest kit that a folder lies in. */
function kitAround(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (isKit(at)) return at
    if (path.dirname(at) === at) return undefined
  }
}

function isKit(folder: string): boolean {
  return ['exercises', 'packages/cli'].every((name) => existsSync(path.join(folder, name)))
}

function realPath(folder: string): string {
  const absolute = path.resolve(folder)
  try {
    return realpathSync(absolute)
  } catch {
    return absolute
  }
}
