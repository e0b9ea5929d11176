import type { Report } from '@five-pillars/simulator'

import type { Worlds } from '../../run/events.ts'

type Ran = Pick<Report, 'scenario' | 'run' | 'tally' | 'hash'>

/** Counts the simulated runs of a suite, test by test. */
export interface WorldCounter {
  note(report: Ran): void
  /** What ran since it was asked last; undefined where nothing did. */
  take(): Worlds | undefined
}

export function createWorldCounter(): WorldCounter {
  /** Shrinking runs the world of one seed many times. */
  const known = new Set<string>()
  let worlds = noWorlds()
  return {
    note({ scenario, run, tally, hash }) {
      worlds.seeds += Number(!known.has(`${scenario} ${run.seed}`))
      known.add(`${scenario} ${run.seed}`)
      worlds.delivered += tally.delivered
      worlds.dropped += tally.dropped
      worlds.partitions += tally.partitions
      worlds.restarts += tally.restarts
      worlds.hashes.push(hash)
    },
    take() {
      const taken = worlds
      worlds = noWorlds()
      return taken.hashes.length === 0 ? undefined : taken
    },
  }
}

function noWorlds(): Worlds {
  return { seeds: 0, delivered: 0, dropped: 0, partitions: 0, restarts: 0, hashes: [] }
}
