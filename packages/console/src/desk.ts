import type { Bell } from './bell.ts'
import type { ExerciseFacts } from './exercise-facts.ts'
import type { FairQueue } from './queue/fair-queue.ts'
import type { Judge } from './queue/judge-link.ts'
import type { Judging } from './queue/judging.ts'
import type { Rates } from './http/rates.ts'
import type { RefusalLog } from './http/refusal-log.ts'
import type { Relay } from './relay/relay.ts'
import type { ServedScripts } from './relay/served-script.ts'
import type { RoomState } from './room/state.ts'
import type { Database } from './store/database.ts'
import type { Trouble } from './view.ts'

/** Everything that a request is answered from. What changes it writes to the store first. */
export interface Desk {
  readonly db: Database
  readonly state: RoomState
  readonly exercises: ReadonlyMap<string, ExerciseFacts>
  readonly queue: FairQueue
  readonly judging: Judging
  readonly bell: Bell
  readonly judge: Judge
  /** Where the talk is, and what stands on its slides. */
  readonly relay: Relay
  /** Scripts of built decks, as phones get them. */
  readonly scripts: ServedScripts
  /** The repository's folder: built decks are below it. */
  readonly root: string
  /** What phones show themselves with: hashes, and what each may do. */
  readonly phones: Map<string, 'follow' | 'remote'>
  readonly refusals: RefusalLog
  /** Hashes of what host's pages prove themselves with. Kept nowhere: a new key puts everybody out. */
  readonly hostSessions: Set<string>
  /** Wrong codes, by address. */
  readonly wrongCodes: Rates
  /** What the host must know, by its id. */
  readonly troubles: Map<string, Trouble>
  /** Where the room is kept. */
  readonly folder: string
  /** Where learners reach this console, such as `http://192.168.1.20:4200`. */
  readonly address: string
  readonly isLoopback: boolean
  /** Where the built pages are. */
  readonly pages: string
  /** Version of the kit that judges. */
  readonly kit: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}
