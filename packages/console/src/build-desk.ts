import { availableParallelism } from 'node:os'
import path from 'node:path'

import { kitVersion } from '@five-pillars/judge/facts'

import { putBack, refill, settle, tellOf } from './acts/submit.ts'
import type { Agenda } from './agenda/clock.ts'
import { Bell } from './bell.ts'
import type { Desk } from './desk.ts'
import { loadExercises } from './exercise-facts.ts'
import { Rates } from './http/rates.ts'
import { RefusalLog } from './http/refusal-log.ts'
import { FairQueue } from './queue/fair-queue.ts'
import type { Waiting } from './queue/fair-queue.ts'
import { Judging } from './queue/judging.ts'
import { Places } from './queue/places.ts'
import type { Judge } from './queue/judge-link.ts'
import type { Place } from './place.ts'
import { Relay } from './relay/relay.ts'
import { ServedScripts } from './relay/served-script.ts'
import { sourceOf } from './store/source-of.ts'
import { loadPhones } from './acts/phones.ts'
import { newRoomCode, newToken } from './secrets.ts'
import type { Database } from './store/database.ts'
import { loadRoom } from './store/load-room.ts'
import type { Trouble } from './view.ts'

interface Parts {
  readonly db: Database
  readonly root: string
  readonly folder: string
  readonly judge: Judge
  readonly lanes: number
  readonly name: string
  readonly pages: string
  readonly agenda: Agenda
  readonly now: () => number
  /** Where learners reach it, once it listens. */
  readonly place: Place
}

/** Wrong codes of one machine, which may be the way out of a whole room. */
const WRONG_CODES_A_SECOND = 1
const WRONG_CODES_BURST = 30

/** One core is left to whoever waits for an answer. */
export function defaultLanes(): number {
  return Math.max(1, availableParallelism() - 1)
}

/** The room as it was, with its line refilled; nothing is judged yet. */
export async function buildDesk(parts: Parts): Promise<Desk> {
  const { db, folder, judge, lanes, now } = parts
  const state = loadRoom(db, { name: parts.name, code: newRoomCode(), agenda: parts.agenda })
  const exercises = await loadExercises(parts.root, (slug, why) => state.damage.set(slug, why))
  const queue = new FairQueue()
  const judging = new Judging({
    queue,
    judge,
    lanes,
    jobOf: (one) => jobOf(desk, one),
    onTaken: (all) => tellAll(desk, all),
    onEnded: (all, ending) => settle(desk, all, ending),
    onBack: (all) => putBack(desk, all),
    onTrouble: (why) => noteTrouble(desk, why),
  })
  const desk: Desk = {
    db,
    state,
    exercises,
    queue,
    judging,
    bell: new Bell(),
    judge,
    folder,
    relay: new Relay(newToken()),
    scripts: new ServedScripts(),
    root: parts.root,
    phones: loadPhones(db),
    refusals: new RefusalLog(path.join(folder, 'refused.log')),
    troubles: new Map(),
    hostSessions: new Set(),
    wrongCodes: new Rates(WRONG_CODES_A_SECOND, WRONG_CODES_BURST),
    pages: parts.pages,
    kit: kitVersion,
    now,
    get address() {
      return parts.place.address
    },
    get isLoopback() {
      return parts.place.isLoopback
    },
  }
  refill(desk)
  const places = new Places({
    waiting: () => queue.all().map(({ id }) => id),
    place: (id) => queue.place(id),
    tell: (id) => tellById(desk, id),
  })
  desk.bell.hearRoom(() => places.changed())
  return desk
}

function jobOf(
  desk: Desk,
  { id, exercise }: Waiting,
): { slug: string; exerciseDir: string; source: string } {
  const submission = desk.state.submissions.get(id)
  const facts = desk.exercises.get(exercise)
  if (submission === undefined || facts === undefined) {
    throw new Error(`submission ${id} of "${exercise}" is not in the room`)
  }
  return { slug: exercise, exerciseDir: facts.dir, source: sourceOf(desk, submission) }
}

function tellAll(desk: Desk, all: readonly Waiting[]): void {
  for (const { id } of all) tellById(desk, id)
  desk.bell.ring()
}

function tellById(desk: Desk, id: string): void {
  const submission = desk.state.submissions.get(id)
  if (submission !== undefined) tellOf(desk, submission)
}

function noteTrouble(desk: Desk, why: string | null): void {
  if (why === null) {
    if (desk.troubles.delete(JUDGE_DOWN)) desk.bell.ring()
    return
  }
  const trouble: Trouble = {
    id: JUDGE_DOWN,
    text: `Nothing is judged just now: ${why}`,
    fix: 'What was submitted is kept, and is judged as soon as that is mended.',
    isGrave: true,
  }
  desk.troubles.set(JUDGE_DOWN, trouble)
  desk.bell.ring()
}

const JUDGE_DOWN = 'judge-down'

/** Says on the host's page that nothing can be kept, and takes it off again. */
export function noteDisk(desk: Desk, why: 'full' | 'unwritable' | null): void {
  if (why === null) desk.troubles.delete(DISK)
  else desk.troubles.set(DISK, diskTrouble(why))
  desk.bell.ring()
}

const DISK = 'disk'

function diskTrouble(why: 'full' | 'unwritable'): Trouble {
  return {
    id: why === 'full' ? 'disk-full' : 'disk-unwritable',
    text:
      why === 'full'
        ? 'The disk of this laptop is full: nothing that learners send is taken, until there is room.'
        : 'The disk of this laptop cannot be written: nothing that learners send is taken.',
    fix: 'Delete or move something large. It is tried again every few seconds; nothing that was taken is lost.',
    isGrave: true,
  }
}
