import { SagaBench } from '../../saga-bench.ts'
import type { Subject } from '../../subject.ts'
import { name } from '../../words.ts'
import { oddNames, wrongPace } from './again.ts'
import { PlayedSteps } from './played-steps.ts'
import { answer, oddSteps, steps, toldIn } from './saga-talk.ts'

const WRITES_MAX = 80
const LONG_MS = 2000

/** The next step is told when the one before it has run, and not before. */
export async function goesForward(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    const bench = await SagaBench.create(subject, 'desk')
    await bench.start(saga)
    await bench.start(`${saga} of another`)
    await answer(bench, 'card', saga, 'ran')
    await answer(bench, 'seat', `${saga} of others`, 'ran')
    expectOnly(bench, saga, ['Run seat'], 'seat has not answered')
    await answer(bench, 'seat', saga, 'ran')
    await answer(bench, 'seat', saga, 'ran')
    expectOnly(bench, saga, ['Run seat', 'Run card'], 'card has not answered')
    await answer(bench, 'card', saga, 'ran')
    expectOnly(bench, saga, ['Run seat', 'Run card', 'Run mail'], 'mail has not answered')
    expectNoEnd(bench, saga, 'mail has not answered')
    await answer(bench, 'mail', saga, 'ran')
    await answer(bench, 'mail', saga, 'failed')
    expectOnly(bench, saga, ['Run seat', 'Run card', 'Run mail'], 'all steps have run')
    if (bench.count('undone', saga) > 0) bench.broken('All steps have run, and it says undone.')
    if (bench.made.length > 0) bench.broken('It called a step that is not its own.')
    expectOnly(bench, `${saga} of another`, ['Run seat'], 'seat has not answered')
  }
}

/** The steps that have run are undone in reverse, one after the other, and no others. */
export async function goesBack(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    for (const [place, failing] of steps.entries()) {
      const bench = await SagaBench.create(subject, 'desk')
      const due = steps.slice(0, place + 1).map((step) => `Run ${step}`)
      await bench.start(saga)
      for (const step of steps.slice(0, place)) await answer(bench, step, saga, 'ran')
      await answer(bench, failing, saga, 'failed')
      await answer(bench, failing, saga, 'failed')
      for (const step of steps.slice(0, place).toReversed()) {
        due.push(`Undo ${step}`)
        await answer(bench, step, saga, 'ran')
        for (const other of steps) if (other !== step) await answer(bench, other, saga, 'undone')
        expectOnly(bench, saga, due, `${failing} has failed, and ${step} is not undone yet`)
        expectNoEnd(bench, saga, `${step} is not undone yet`)
        await answer(bench, step, saga, 'undone')
      }
      await bench.passTo(bench.now + LONG_MS)
      expectOnly(bench, saga, due, `${failing} has failed, and all is undone`)
      if (bench.count('done', saga) > 0) bench.broken(`${failing} has failed, and it says done.`)
    }
  }
}

/** The power goes at each write and at each sync, and no saga stays half done. */
export async function staysWhole(subject: Subject): Promise<void> {
  for (const failing of [undefined, ...oddSteps]) {
    for (let nth = 1; nth <= WRITES_MAX; nth++) {
      const bench = await SagaBench.create(subject, 'desk', oddSteps)
      bench.writesLeft = nth
      const played = new PlayedSteps(oddSteps, failing)
      await bench.start('s1')
      await played.converse(bench, 's1')
      const isWhole = played.done.length === 0 || played.done.length === oddSteps.length
      const crashed = bench.crashes > 0 ? 'The power went at a write' : 'Nothing went wrong'
      if (!isWhole)
        bench.broken(
          `${crashed}, and in the end only ${played.done.map((step) => name(step)).join(', ')} is done.`,
        )
      const is = played.done.length === 0 ? 'undone' : 'done'
      const other = is === 'done' ? 'undone' : 'done'
      if (bench.count(other, 's1') > 0)
        bench.broken(`${crashed}: it is ${is}, and it says ${other}.`)
      if (bench.crashes === 0) break
    }
  }
}

/** Whoever crashes with half of a saga done goes on with it. */
export async function goesOn(subject: Subject): Promise<void> {
  await goesOnBesideOthers(subject)
  for (const failing of [undefined, ...oddSteps]) {
    for (let crashAfter = 1; crashAfter <= 2 * oddSteps.length; crashAfter++) {
      const bench = await SagaBench.create(subject, 'desk', oddSteps)
      const played = new PlayedSteps(oddSteps, failing)
      await bench.start('')
      const first = bench.sent[0]
      if (first === undefined) {
        return bench.broken('A saga was started, and its first step was not told.')
      }
      if (crashAfter === 1) await bench.restart(first.disk)
      else {
        for (let step = 1; step < crashAfter; step++) await playOne(bench, played)
        await bench.restart()
      }
      await played.converse(bench, '')
      const isDone = failing === undefined
      const how = isDone ? 'done' : 'undone'
      const isEnded = played.done.length === (isDone ? oddSteps.length : 0)
      const heard = played.states.size > 0
      if (isEnded && heard && bench.count(how, '') > 0) continue
      const all = failing === undefined ? 'All steps run' : `${name(failing)} fails`
      bench.broken(`${all}, it crashed and started again: the saga was not brought to its end.`)
    }
  }
}

/** Another one has begun and ended meanwhile. */
async function goesOnBesideOthers(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    const bench = await SagaBench.create(subject, 'desk')
    await bench.start(saga)
    await bench.start(`${saga} and another`)
    await answer(bench, 'seat', `${saga} and another`, 'failed')
    await bench.restart()
    const sent = await bench.passTo(bench.now + LONG_MS)
    if (toldIn([...bench.sent.slice(-1), ...sent], saga).includes('Run seat')) continue
    bench.broken(`Two sagas began, one ended, it crashed: ${name(saga)} does not go on.`)
  }
}

/** Answers the last message. */
async function playOne(bench: SagaBench, played: PlayedSteps): Promise<void> {
  const last = bench.sent.at(-1)?.msg
  if (
    last === undefined ||
    last.t === 'Answer' ||
    bench.count('done') + bench.count('undone') > 0
  ) {
    return
  }
  await answer(bench, last.step, last.saga, played.hear(bench, last))
}

/** What is next is told at once, and again until it is answered; the end as well. */
export async function tellsAgain(subject: Subject): Promise<void> {
  for (const saga of oddNames) {
    const bench = await SagaBench.create(subject, 'desk')
    const begun = await bench.start(saga)
    await bench.start(`${saga} and another`)
    await expectTold(bench, begun, saga, 'Run seat')
    await expectTold(bench, await answer(bench, 'seat', saga, 'ran'), saga, 'Run card')
    await bench.restart()
    // It may begin anew, or go on.
    await expectPace(bench, saga, 'Run seat', 'Run card')
    await answer(bench, 'seat', saga, 'ran')
    await answer(bench, 'card', saga, 'ran')
    await expectTold(bench, await answer(bench, 'mail', saga, 'failed'), saga, 'Undo card')
    await expectTold(bench, await answer(bench, 'card', saga, 'undone'), saga, 'Undo seat')
    await answer(bench, 'seat', saga, 'undone')
    expectEvent(bench, 'undone', saga)
  }
  const bench = await SagaBench.create(subject, 'desk')
  for (const saga of ['s1', 's2']) await bench.start(saga)
  await answer(bench, 'seat', 's2', 'failed')
  expectEvent(bench, 'undone', 's2')
  for (const step of steps) await answer(bench, step, 's1', 'ran')
  expectEvent(bench, 'done', 's1')
}

/** What is over is over: after a crash as well. */
export async function restsInTheEnd(subject: Subject): Promise<void> {
  for (const failing of [undefined, 'card'] as const) {
    const bench = await SagaBench.create(subject, 'desk')
    const played = new PlayedSteps(steps, failing)
    await bench.start('s1')
    await played.converse(bench, 's1')
    for (const when of ['It is over', 'It is over, and it crashed']) {
      const before = bench.sent.length
      if (when !== 'It is over') await bench.restart()
      await bench.passTo(bench.now + LONG_MS)
      const [told] = toldIn(bench.sent.slice(before), 's1')
      if (told !== undefined) bench.broken(`${when}, and it goes on to tell: ${told}.`)
    }
  }
}

function expectOnly(bench: SagaBench, saga: string, due: readonly string[], when: string): void {
  const told = toldIn(bench.sent, saga)
  const odd = told.find((each) => !due.includes(each))
  if (odd !== undefined) bench.broken(`${when}: it sent "${odd}" of ${name(saga)}.`)
}

function expectNoEnd(bench: SagaBench, saga: string, when: string): void {
  const end = bench.events.find(({ data }) => data === saga)
  if (end !== undefined) bench.broken(`${when}, and it says of ${name(saga)}: ${end.event}.`)
}

async function expectTold(
  bench: SagaBench,
  sent: Awaited<ReturnType<typeof answer>>,
  saga: string,
  due: string,
): Promise<void> {
  if (!toldIn(sent, saga).includes(due)) {
    bench.broken(`"${due}" of ${name(saga)} is due, and was not sent at once.`)
  }
  await expectPace(bench, saga, due)
}

async function expectPace(bench: SagaBench, saga: string, ...due: string[]): Promise<void> {
  const since = bench.now
  const sent = (await bench.passTo(since + LONG_MS)).filter((one) => {
    return toldIn([one], saga).some((each) => due.includes(each))
  })
  const wrong = wrongPace(sent, since, bench.now)
  if (wrong !== null)
    bench.broken(`Nobody answers "${due.join(' or ')}" of ${name(saga)}: ${wrong}.`)
}

function expectEvent(bench: SagaBench, event: string, saga: string): void {
  if (bench.count(event, saga) > 0) return
  bench.broken(`${name(saga)} is ${event}, and it did not emit "${event}" at once.`)
}

if (!steps.includes('seat')) throw new Error('sentinel-commit-and-saga-saga-leads.ts')
