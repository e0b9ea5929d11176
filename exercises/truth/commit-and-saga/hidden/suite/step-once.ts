import { SagaBench } from '../../saga-bench.ts'
import type { Subject } from '../../subject.ts'
import { name } from '../../words.ts'
import { oddNames } from './again.ts'
import { tell, whatIn } from './saga-talk.ts'

const WRITES_MAX = 50
const TRIES_MAX = 6

/** However often it is told, whenever that comes, its step runs once. */
export async function runsOnce(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    const bench = await SagaBench.create(subject, 'card')
    await tell(bench, 'Run', saga)
    await tell(bench, 'Run', saga)
    expectCalls(bench, saga, 1, 0, 'It was told twice to run')
    await bench.finish(true)
    await tell(bench, 'Run', saga)
    expectCalls(bench, saga, 1, 0, 'It has run, and was told to run once more')
    await bench.restart()
    await tell(bench, 'Run', saga)
    expectCalls(bench, saga, 1, 0, 'It has run, crashed, and was told to run once more')
  }
}

/** A step that has failed has failed: meanwhile, the others may be made up for. */
export async function staysFailed(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    const bench = await SagaBench.create(subject, 'card')
    await tell(bench, 'Run', saga)
    const answered = bench.sent.length
    await bench.finish(false)
    await tell(bench, 'Run', saga)
    expectCalls(bench, saga, 1, 0, 'It has failed, and was told to run once more')
    const failed = bench.sent.slice(answered).find(({ msg }) => msg.t === 'Answer')
    if (failed === undefined) continue
    await bench.restart(failed.disk)
    await tell(bench, 'Run', saga)
    expectCalls(bench, saga, 1, 0, 'It has said that it failed, crashed, and was told to run')
    await tell(bench, 'Undo', saga)
    expectCalls(bench, saga, 1, 0, 'It has failed, and was told to undo')
  }
}

/** Only what has run is made up for, and once. */
export async function makesUpOnce(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    const bench = await hasRun(subject, saga)
    await tell(bench, 'Undo', saga)
    await tell(bench, 'Undo', saga)
    expectCalls(bench, saga, 1, 1, 'It was told twice to undo')
    await bench.finish(false)
    if (isSaid(bench, saga, 'undone')) {
      bench.broken('Making up for it came to nothing, and it says that it is undone.')
    }
    await untilOpen(bench, saga)
    await bench.finish(true)
    await tell(bench, 'Undo', saga)
    expectCalls(bench, saga, 1, 2, 'It is undone, after one time in vain, and was told to undo')
    await bench.restart()
    await tell(bench, 'Undo', saga)
    expectCalls(bench, saga, 1, 2, 'It is undone, crashed, and was told to undo')
    await tell(bench, 'Run', saga)
    expectCalls(bench, saga, 1, 2, 'It is undone, and a Run comes late')
  }
}

/** An Undo that overtakes its Run: there is nothing to make up for, and there never will be. */
export async function heedsEmptyUndo(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    for (const isCrashed of [false, true]) {
      const bench = await SagaBench.create(subject, 'card')
      const undone = (await tell(bench, 'Undo', saga)).find(({ msg }) => msg.t === 'Answer')
      expectCalls(bench, saga, 0, 0, 'It was told to undo what has never run')
      if (undone === undefined) continue
      if (isCrashed) await bench.restart(undone.disk)
      await tell(bench, 'Run', saga)
      await bench.passTo(bench.now + 1000)
      await tell(bench, 'Run', saga)
      const crashed = isCrashed ? ', crashed,' : ''
      expectCalls(bench, saga, 0, 0, `It said that it is undone${crashed} and its Run came late`)
    }
  }
}

/** What an Undo meets while the step runs: first one, then the other, and each once. */
export async function undoesInOrder(subject: Subject): Promise<void> {
  for (const isDone of [true, false]) {
    const bench = await SagaBench.create(subject, 'card')
    await tell(bench, 'Run', 's1')
    const sent = await tell(bench, 'Undo', 's1')
    if (whatIn(sent, 's1') === 'undone') {
      bench.broken('Its step is running, and it says that it is undone.')
    }
    expectCalls(bench, 's1', 1, 0, 'Its step is running, and it was told to undo')
    await bench.finish(isDone)
    await untilOpen(bench, 's1')
    await bench.finish(true)
    await tell(bench, 'Undo', 's1')
    await tell(bench, 'Run', 's1')
    const should = isDone ? 1 : 0
    expectCalls(bench, 's1', 1, should, 'It was told to undo while its step ran')
  }
}

/** What it says would outlive a crash in that very moment, with all that it has done. */
export async function savesAnswerFirst(subject: Subject): Promise<void> {
  const bench = await hasRun(subject, 's1')
  await tell(bench, 'Undo', 's1')
  await bench.finish(true)
  await tell(bench, 'Undo', 's2')
  await tell(bench, 'Run', 's3')
  await bench.finish(false)
  for (const { msg, disk } of bench.sent.slice()) {
    if (msg.t !== 'Answer') continue
    const has = bench.effects(disk).filter((effect) => effect.endsWith(` ${msg.saga}`))
    const due = { ran: 1, failed: 0, undone: msg.saga === 's1' ? 2 : 0 }[msg.what]
    if (has.length === due) continue
    const rest = has.length === 0 ? 'nothing' : has.join(', ')
    bench.broken(`It said of ${msg.saga} "${msg.what}", and a crash then leaves: ${rest}.`)
  }
}

/** The power goes at each write and at each sync, and the same messages come again. */
export async function survivesEachWrite(subject: Subject): Promise<void> {
  for (const story of ['run', 'run and undo', 'fail and undo', 'undo'] as const) {
    for (let nth = 1; nth <= WRITES_MAX; nth++) {
      const bench = await SagaBench.create(subject, 'card')
      bench.writesLeft = nth
      const runs = story !== 'undo'
      if (runs && !(await lastsThrough(bench, 'Run', story !== 'fail and undo'))) return
      if (story !== 'run' && !(await lastsThrough(bench, 'Undo', true))) return
      await tell(bench, 'Run', 's1')
      await bench.finish(true)
      const due = { run: 1, 'run and undo': 2, 'fail and undo': 0, undo: 0 }[story]
      const has = bench.effects()
      if (has.length !== due || new Set(has).size !== due) {
        const is = has.length === 0 ? 'nothing' : has.join(', ')
        bench.broken(`It was told to ${story}, and the power went at a write. It has done: ${is}.`)
      }
      if (bench.crashes === 0) break
    }
  }
}

/** Tells a step until it answers; returns whether it does: if it does not, others tell. */
async function lastsThrough(
  bench: SagaBench,
  t: 'Run' | 'Undo',
  isDone: boolean,
): Promise<boolean> {
  const since = bench.sent.length
  const due = t === 'Run' ? ['ran', 'failed'] : ['undone']
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    await tell(bench, t, 's1')
    await bench.finish(isDone)
    await bench.passTo(bench.now + 50)
    const what = whatIn(bench.sent.slice(since), 's1')
    if (what !== undefined && due.includes(what)) return true
  }
  return false
}

/** A machine whose step of a saga has run. */
async function hasRun(subject: Subject, saga: string): Promise<SagaBench> {
  const bench = await SagaBench.create(subject, 'card')
  await tell(bench, 'Run', saga)
  await bench.finish(true)
  return bench
}

/** Tells it to undo until a call is open, or it says that it is undone. */
async function untilOpen(bench: SagaBench, saga: string): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX && bench.open === 0; tries++) {
    await tell(bench, 'Undo', saga)
    if (bench.open === 0) await bench.passTo(bench.now + 200)
  }
}

function isSaid({ sent }: SagaBench, saga: string, what: string): boolean {
  return sent.some(({ msg }) => msg.t === 'Answer' && msg.saga === saga && msg.what === what)
}

/** Its step was called so often at most, and making up for it. */
function expectCalls(
  bench: SagaBench,
  saga: string,
  runs: number,
  undos: number,
  when: string,
): void {
  for (const [what, most] of [
    ['run', runs],
    ['compensate', undos],
  ] as const) {
    const made = bench.made.filter((one) => one.what === what && one.saga === saga)
    if (made.length <= most) continue
    const times = made.length === 1 ? 'once' : `${made.length} times`
    const due = most === 0 ? 'not at all' : most === 1 ? 'once' : `${most} times`
    bench.broken(`${when}: ${what} of ${name(saga)} was called ${times}, and ${due} is due.`)
  }
}

if (WRITES_MAX < TRIES_MAX) throw new Error('sentinel-commit-and-saga-step-once.ts')
