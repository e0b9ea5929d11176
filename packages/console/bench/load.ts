import { defaultLanes } from '../src/build-desk.ts'
import { classWork } from '../src/testing/class-work.ts'
import { runLoad } from '../src/testing/load.ts'
import type { Part } from './part.ts'
import { counted, listWrong, note, quantile, spread, tell } from './part.ts'

const LEARNERS = 200
const PER_SECOND = 20
const SECONDS = 60
const SHORT = { learners: 40, seconds: 5 }

const ACKNOWLEDGED_MS = 100
const BOARD_MS = 500
const MIB = 500

/** 200 learners are connected and send 20 submissions a second for 60 s; the judge works behind it. */
export async function benchLoad({ folder, seed, isShort }: Part): Promise<void> {
  const { learners, seconds } = isShort ? SHORT : { learners: LEARNERS, seconds: SECONDS }
  const submissions = PER_SECOND * seconds
  const loaded = await runLoad({
    folder,
    learners,
    perSecond: PER_SECOND,
    submissions,
    lanes: defaultLanes(),
    work: classWork(),
    sameEvery: 5,
    seed,
    isJudgedOut: false,
  })
  const { acknowledged, acknowledgedMs, queuedMs, judgedMs, mostMib } = loaded
  note('connected', `${learners} learners, the host's page; ${loaded.views} views were sent to it`)
  note('sent', `${submissions} in ${seconds} s; on the disk ${counted(loaded.standings)}`)
  tell(
    'acknowledged',
    spread(acknowledgedMs),
    quantile(acknowledgedMs, 0.95) <= ACKNOWLEDGED_MS,
    `p95 ${ACKNOWLEDGED_MS} ms`,
  )
  tell('none refused', `${acknowledged}`, acknowledged === submissions, `${submissions}`)
  const board = `p95 ${BOARD_MS} ms`
  tell('queued, on the board', spread(queuedMs), quantile(queuedMs, 0.95) <= BOARD_MS, board)
  tell('judged, on the board', spread(judgedMs), quantile(judgedMs, 0.95) <= BOARD_MS, board)
  tell('never on the board', `${loaded.unseen.length}`, loaded.unseen.length === 0, '0')
  tell('verdicts not told', `${loaded.untold.length}`, loaded.untold.length === 0, '0')
  tell('connections lost', `${loaded.lostConnections}`, loaded.lostConnections === 0, '0')
  tell('the console, at most', `${mostMib} MiB`, mostMib <= MIB, `${MIB} MiB`)
  listWrong('refused', loaded.refused)
  listWrong('unseen', loaded.unseen)
  if (loaded.said !== '') console.error(loaded.said)
}
