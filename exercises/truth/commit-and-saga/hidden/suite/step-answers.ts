import { SagaBench } from '../../saga-bench.ts'
import type { Subject } from '../../subject.ts'
import { name } from '../../words.ts'
import { oddNames } from './again.ts'
import { tell, whatIn } from './saga-talk.ts'

const IN_VAIN = 12
const AGAIN_MS = 200

/** A step answers when it is over, and each time that it is told again, to whoever tells it. */
export async function answersAll(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    const bench = await SagaBench.create(subject, 'card')
    await expectCall(bench, 'Run', saga)
    await expectAnswer(bench, await bench.finish(true), saga, 'ran', 'Its step has run')
    await expectAgain(bench, 'Run', saga, 'ran')
    await expectCall(bench, 'Undo', saga)
    await expectAnswer(bench, await bench.finish(true), saga, 'undone', 'It has made up for it')
    await expectAgain(bench, 'Undo', saga, 'undone')
    await expectAgain(bench, 'Run', saga, 'failed')
    const failing = await SagaBench.create(subject, 'card')
    await expectCall(failing, 'Run', saga)
    await expectAnswer(failing, await failing.finish(false), saga, 'failed', 'Its step has failed')
    await expectAgain(failing, 'Run', saga, 'failed')
    await expectAgain(failing, 'Undo', saga, 'undone')
    const empty = await SagaBench.create(subject, 'card')
    await expectAgain(empty, 'Undo', saga, 'undone')
    await expectAgain(empty, 'Run', saga, 'failed')
  }
}

/** What a crash has ended is begun again, and one saga does not wait for another one. */
export async function runsEach(subject: Subject): Promise<void> {
  const bench = await SagaBench.create(subject, 'card')
  for (const saga of oddNames) await expectCall(bench, 'Run', saga)
  await bench.restart()
  for (const saga of oddNames) await expectCall(bench, 'Run', saga)
  for (const saga of oddNames) {
    await expectAnswer(bench, await bench.finish(true), saga, 'ran', 'Its step has run')
  }
  await expectCall(bench, 'Undo', 't1')
  await bench.restart()
  await expectCall(bench, 'Undo', 't1')
}

/** Giving back must work, however often it takes. */
export async function neverGivesUp(subject: Subject): Promise<void> {
  const bench = await SagaBench.create(subject, 'card')
  await tell(bench, 'Run', 's1')
  await bench.finish(true)
  for (let time = 1; time <= IN_VAIN; time++) {
    const before = bench.made.length
    await tell(bench, 'Undo', 's1')
    if (bench.open === 0) await bench.passTo(bench.now + AGAIN_MS)
    if (bench.open === 0) await tell(bench, 'Undo', 's1')
    if (bench.open === 0 || bench.made.length === before) {
      bench.broken(`Making up for it came to nothing ${time - 1} times, and it does not try again.`)
    }
    const what = whatIn(await bench.finish(time === IN_VAIN), 's1')
    if (time === IN_VAIN || what === undefined) continue
    bench.broken(`Making up for it came to nothing, and it answers "${what}".`)
  }
  if (whatIn(await tell(bench, 'Undo', 's1'), 's1') === 'undone') return
  bench.broken(`Making up for it worked the ${IN_VAIN}th time, and it does not say so.`)
}

async function expectCall(bench: SagaBench, t: 'Run' | 'Undo', saga: string): Promise<void> {
  const before = bench.made.length
  await tell(bench, t, saga)
  const what = t === 'Run' ? 'run' : 'compensate'
  const call = bench.made.slice(before).find((one) => one.what === what && one.saga === saga)
  if (call?.step === bench.id) return
  bench.broken(`It was told to ${t} ${name(saga)}, and did not call ${what} at once.`)
}

async function expectAgain(
  bench: SagaBench,
  t: 'Run' | 'Undo',
  saga: string,
  what: string,
): Promise<void> {
  for (const when of ['', ', crashed before']) {
    if (when !== '') await bench.restart()
    const sent = await tell(bench, t, saga)
    await expectAnswer(bench, sent, saga, what, `It was told to ${t} ${name(saga)}${when}`)
  }
}

async function expectAnswer(
  bench: SagaBench,
  sent: Awaited<ReturnType<typeof tell>>,
  saga: string,
  what: string,
  when: string,
): Promise<void> {
  const is = whatIn(sent, saga)
  const to = sent.find(({ msg }) => msg.t === 'Answer')?.to
  if (is === what && to === 'desk') return
  const answered = is === undefined ? 'answered nothing' : `told ${name(to ?? '')} "${is}"`
  bench.broken(`${when}: it ${answered} at once, and "${what}" to desk is due.`)
}

if (IN_VAIN < 4) throw new Error('sentinel-commit-and-saga-step-answers.ts')
