import { BrokenPromise, holds, kept, stepLines } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Projection } from '../../src/event-store.ts'
import { INIT, apply, todayOf, storedEvent } from './shapes.ts'
import type { State, Today } from './shapes.ts'
import { asked, textOf } from './subject.ts'
import type { Subject } from './subject.ts'

const DELIVERIES_MAX = 20

interface Delivery {
  readonly position: number
  /** Whether `apply` throws this time: a database that is not there for a moment. */
  readonly isFailing: boolean
}

interface Feed {
  /** Where it begins: 0, or a checkpoint. */
  readonly start: number
  readonly deliveries: readonly Delivery[]
}

/** Mostly the next one; now and then one again, one too early, and one while nothing works. */
const feeds: fc.Arbitrary<Feed> = kept(
  fc
    .record({
      start: fc.constantFrom(0, 0, 1, 7),
      moves: fc.array(
        fc.record({
          move: fc.constantFrom(1, 1, 1, 1, 0, 0, -1, -3, 2, 3),
          isFailing: fc.constantFrom(false, false, false, true),
        }),
        { minLength: 1, maxLength: DELIVERIES_MAX, size: 'max' },
      ),
    })
    .map(({ start, moves }) => {
      let at: number = start
      const deliveries = moves.map(({ move, isFailing }) => {
        const position = Math.max(1, at + move)
        if (position === at + 1 && !isFailing) at = position
        return { position, isFailing }
      })
      return { start, deliveries }
    }),
)

type Turn = {
  readonly wasNext: boolean
  readonly wasAhead: boolean
  readonly isFailing: boolean
  readonly hasThrown: boolean
  readonly before: string
  readonly after: string
  readonly wanted: string
}

/** Each event counts once, in its order, however often it is delivered. */
export function foldsOnce(subject: Subject): void {
  play(subject, ({ wasNext, wasAhead, isFailing, after, wanted, before }) => {
    if (wasAhead || (wasNext && isFailing)) return undefined
    if (wasNext && after === before) return undefined
    return after === wanted ? undefined : `is at ${after} afterwards, but it has to be at ${wanted}`
  })
}

/** Whoever skips an event is wrong from then on, and nobody notices. */
export function tellsGaps(subject: Subject): void {
  play(subject, ({ wasAhead, hasThrown, before, after }) => {
    if (!wasAhead) return undefined
    if (after !== before) return `goes from ${before} to ${after}, though an event is missing`
    return hasThrown ? undefined : 'says nothing, though an event is missing: it has to throw'
  })
}

/** The next event is taken, also after one that was refused or could not be applied. */
export function goesOn(subject: Subject): void {
  play(subject, ({ wasNext, isFailing, hasThrown, before, after, wanted }) => {
    if (!wasNext) return undefined
    if (isFailing && after !== before) return `goes to ${after}, though apply has failed`
    if (isFailing && !hasThrown) return 'says nothing, though apply has failed: it has to throw'
    return isFailing || after === wanted ? undefined : `is at ${after}, but has to be at ${wanted}`
  })
}

function play(subject: Subject, judge: (turn: Turn) => string | undefined): void {
  holds([feeds], ({ start, deliveries }) => {
    const steps: string[] = start === 0 ? [] : [`begins with a checkpoint at ${start}`]
    const broken = { isFailing: false }
    const projection = open(subject, start, (state, event) => {
      if (broken.isFailing) throw new Error('the database is away')
      return apply(state, event)
    })
    let known = start
    for (const { position, isFailing } of deliveries) {
      const wasNext = position === known + 1
      const wasAhead = position > known + 1
      if (wasNext && !isFailing) known += 1
      const text = `handle ${position}${isFailing ? ', while apply fails' : ''}`
      const story = (): string => stepLines([...steps, text])
      broken.isFailing = isFailing
      const before = standing(projection, story)
      const thrown = handle(projection, position)
      const after = standing(projection, story)
      const hasThrown = thrown !== undefined
      const wanted = `${known}, ${textOf(stateAt(known))}`
      if (hasThrown && !wasAhead && !isFailing) asked(() => rethrow(thrown), story)
      const wrong = judge({ wasNext, wasAhead, isFailing, hasThrown, before, after, wanted })
      steps.push(`${text}${hasThrown ? ', throws' : ''}: ${after}`)
      if (wrong !== undefined) throw new BrokenPromise(`${text}\n${wrong}.\n${stepLines(steps)}`)
      if (after !== wanted) return
    }
    if (steps.length === 0) throw new Error('sentinel-event-store-projecting.ts: no delivery')
  })
}

function open(
  { project }: Subject,
  start: number,
  applying: (state: State, event: Today) => State,
): Projection<State, Today> {
  const checkpoint = { position: start, state: stateAt(start) }
  return asked(
    () => (start === 0 ? project(INIT, applying) : project(INIT, applying, { checkpoint })),
    () => 'project',
  )
}

function handle(
  projection: Projection<State, Today>,
  position: number,
): { error: unknown } | undefined {
  try {
    projection.handle(position, todayOf(storedEvent(position, false)))
    return undefined
  } catch (error) {
    return { error }
  }
}

function rethrow({ error }: { error: unknown }): never {
  throw error
}

/** `2, [1, 2]`: position and state. */
function standing(projection: Projection<State, Today>, story: () => string): string {
  return asked(() => `${textOf(projection.position())}, ${textOf(projection.state())}`, story)
}

function stateAt(position: number): State {
  return Object.freeze(Array.from({ length: position }, (_, index) => `e${index + 1}`))
}
