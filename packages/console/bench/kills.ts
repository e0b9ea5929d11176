import { defaultLanes } from '../src/build-desk.ts'
import { classWork } from '../src/testing/class-work.ts'
import { runKills } from '../src/testing/kills.ts'
import { counted, listWrong, note, spread, tell } from './part.ts'
import type { Part } from './part.ts'

const KILLS = 100
const LEARNERS = 12
/** Few learners with one fast exercise: what they have in line at the end is judged in no time. */
const SHORT = { kills: 10, learners: 3, slug: 'quorum' } as const
const LONGEST_MS = 2000
const REST_EVERY = 10
/** Whoever waits must see that it goes on. */
const TELL_EVERY = 10

/** The console, its judge, or all of their processes, are killed while learners submit without pause. */
export async function benchKills({ folder, seed, isShort }: Part): Promise<void> {
  const { kills, learners } = isShort ? SHORT : { kills: KILLS, learners: LEARNERS }
  const work = isShort ? classWork([SHORT.slug]) : classWork()
  const killed = await runKills({
    folder,
    kills,
    learners,
    lanes: defaultLanes(),
    work,
    seed,
    longestMs: LONGEST_MS,
    restEvery: REST_EVERY,
    onKill: (done) => {
      if (done % TELL_EVERY === 0) console.error(`    killed ${done} of ${kills} times`)
    },
  })
  note('killed with -9', counted(new Map(Object.entries(killed.kills))))
  note('submitted', `${killed.acknowledged} acknowledged; on the disk ${counted(killed.standings)}`)
  note('learners were cut off', `${killed.cutOff} times; all back: ${spread(killed.backMs)}`)
  none('acknowledged and lost', killed.lost)
  none('of two results', killed.doubled)
  none('refused', killed.refused)
  none('processes left', killed.left)
}

function none(what: string, all: readonly unknown[]): void {
  tell(what, `${all.length}`, all.length === 0, '0')
  listWrong(what, all.map(String))
}
