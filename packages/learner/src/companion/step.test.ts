import { exercises } from '@five-pillars/content'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { apply } from '../progress/apply.ts'
import type { Happening } from '../progress/event.ts'
import type { Progress } from '../progress/progress.ts'
import { keys } from './keys.ts'
import type { Action } from './keys.ts'
import { aSubmission, roomSign } from '../room/made-up-room.ts'
import type { RoomSign } from '../room/room-state.ts'
import { aCheck, aState } from './made-up.ts'
import { frameOf } from './screen.ts'
import type { Effect, Event, State } from './state.ts'
import { open, step } from './step.ts'

const ACTIONS: readonly Action[] = [...keys.map(({ action }) => action), 'check', 'back']

/** What a person does, what the disk tells, and which of the open deeds ends now, and how. */
const moment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      action: fc.constantFrom(...ACTIONS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      slug: fc.constantFrom('quorum', 'hash-ring'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('room' as const), sign: roomSign }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      which: fc.nat(20),
      isGood: fc.boolean(),
      number: fc.nat(8),
    }),
  },
)
type Moment = typeof moment extends fc.Arbitrary<infer Value> ? Value : never

/** A terminal and a disk that do what they are told, in an order that a test chooses. */
class World {
  state: State
  readonly doing: Effect[] = []
  readonly log: {
    readonly event: Event
    readonly before: State
    readonly effects: readonly Effect[]
  }[] = []
  #progress: Progress
  #now = 0

  constructor() {
    const start = open(aState(), 'quorum')
    this.state = start.state
    this.#progress = start.state.progress
    this.doing.push(...start.effects)
  }

  live(now: Moment): void {
    switch (now.kind) {
      case 'press':
        return this.take({ kind: 'action', action: now.action })
      case 'save':
        return this.take({ kind: 'changed', slug: now.slug })
      case 'room':
        return this.take({ kind: 'room', sign: now.sign })
      case 'end': {
        const [effect] = this.doing.splice(now.which % Math.max(1, this.doing.length), 1)
        const event = effect && this.#eventOf(effect, now)
        if (event !== undefined) this.take(event)
      }
    }
  }

  take(event: Event): void {
    const before = this.state
    const { state, effects } = step(before, event)
    this.state = state
    this.doing.push(...effects)
    this.log.push({ event, before, effects })
  }

  #note(happening: Happening): Progress {
    this.#now += 1
    this.#progress = apply(this.#progress, { ...happening, at: this.#now })
    return this.#progress
  }

  #eventOf(
    effect: Effect,
    { isGood, number }: { isGood: boolean; number: number },
  ): Event | undefined {
    switch (effect.kind) {
      case 'check': {
        const { slug } = effect
        const trouble = { text: 'The folder is not there.', fix: 'Put it back.' }
        if (!isGood && number === 0) return { kind: 'not-checked', slug, trouble }
        const kept = isGood ? 2 : 1
        const about = { exercise: slug, hash: 'a', kept, of: 2, isPassed: isGood }
        const check = { kind: 'check', ...about } as const
        return { kind: 'checked', slug, checked: aCheck(slug, isGood, this.#note(check)) }
      }
      case 'open':
      case 'skip': {
        const kind = effect.kind === 'open' ? 'opened' : 'skipped'
        return { kind: 'progress', progress: this.#note({ kind, exercise: effect.slug }) }
      }
      case 'versions': {
        const version = {
          at: 0,
          reason: 'check',
          hash: '0'.repeat(16),
          result: null,
          isCurrent: false,
        } as const
        const versions = Array.from({ length: number }, (_, index) => ({
          ...version,
          number: index + 1,
        }))
        return { kind: 'versions', slug: effect.slug, versions }
      }
      case 'ask': {
        const slugs = exercises.map(({ slug }) => slug)
        const answers = { go: slugs[number] ?? null, restore: String(number) } as const
        const { kind } = effect.question
        const answer = kind === 'go' || kind === 'restore' ? answers[kind] : isGood ? 'yes' : 'no'
        return { kind: 'answered', answer: number === 8 ? null : answer }
      }
      case 'brief': {
        const view = { kind: 'brief', markdown: '# Quorum\n\nText\n', link: effect.link } as const
        return { kind: 'view', slug: effect.slug, view }
      }
      case 'reset':
      case 'catch-up':
      case 'restore':
      case 'diagram':
        return { kind: 'told', note: isGood ? 'Done.' : 'The disk is full. Make room.' }
      case 'graded': {
        const points = effect.submission.sentAt
        const graded = { kind: 'graded', exercise: effect.slug, points, total: 100 } as const
        return { kind: 'progress', progress: this.#note(graded) }
      }
      case 'leave-to-show':
      case 'hand':
      case 'submit':
        return { kind: 'room', sign: signOf(effect, isGood, number) }
      case 'attempt':
      case 'look-for-room':
      case 'released-hint':
      case 'given-hint':
      case 'hint':
      case 'keep':
      case 'replay':
      case 'watch':
      case 'end':
        return undefined
    }
  }
}

/** What the room tells of something that was done there. */
function signOf(
  effect: Extract<Effect, { kind: 'leave-to-show' | 'hand' | 'submit' }>,
  isGood: boolean,
  number: number,
): RoomSign {
  if (effect.kind === 'leave-to-show') {
    return { kind: 'leave-answered', submission: effect.submission }
  }
  if (!isGood) return { kind: 'waiting', slugs: [effect.slug] }
  if (effect.kind === 'hand') {
    return { kind: 'heard', event: { kind: 'hand', isRaised: effect.isRaised } }
  }
  const submission = aSubmission(effect.slug, number)
  return { kind: 'heard', event: { kind: 'submission', submission } }
}

function isCheck({ kind }: Effect): boolean {
  return kind === 'check'
}

function lived(moments: readonly Moment[]): World {
  const world = new World()
  for (const each of moments) world.live(each)
  return world
}

const days = fc.array(moment, { maxLength: 60 })

describe('the companion', () => {
  test('goes to another exercise by a key or an answer alone', () => {
    fc.assert(
      fc.property(days, (moments) => {
        const { log, state } = lived(moments)
        for (const [index, { event, before }] of log.entries()) {
          const after = log[index + 1]?.before ?? state
          if (after.slug === before.slug) continue
          expect(event.kind).not.toBe('room')
          const isNext = event.kind === 'action' && event.action === 'next'
          expect(isNext || event.kind === 'answered').toBe(true)
        }
      }),
    )
  })

  test('runs one check at a time, and never leaves a saved text unchecked', () => {
    fc.assert(
      fc.property(days, (moments) => {
        const world = lived(moments)
        let running = 1
        for (const { event, effects } of world.log) {
          if (event.kind === 'checked' || event.kind === 'not-checked') running -= 1
          running += effects.filter(({ kind }) => kind === 'check').length
          expect(running).toBeGreaterThanOrEqual(0)
          expect(running).toBeLessThanOrEqual(1)
        }
        if (world.state.isOver) return
        // Whatever was going on: what is saved now is checked when all has come to its end.
        const { slug } = world.state
        world.take({ kind: 'changed', slug })
        expect(world.log.at(-1)?.effects).toHaveLength(1)
        const saved = world.log.length
        const wasRunning = world.log.at(-1)?.effects[0]?.kind !== 'check'
        for (let left = 0; left < 3 && world.doing.some(isCheck); left++) {
          world.live({
            kind: 'end',
            which: world.doing.findIndex(isCheck),
            isGood: true,
            number: 1,
          })
        }
        expect(world.state.running).toBeNull()
        const checks = world.log.slice(saved).flatMap(({ effects }) => effects.filter(isCheck))
        expect(checks).toEqual(wasRunning ? [{ kind: 'check', slug }] : [])
      }),
    )
  })
})

describe('what a learner typed', () => {
  test('is replaced or left only after an answer', () => {
    fc.assert(
      fc.property(days, (moments) => {
        for (const { event, before, effects } of lived(moments).log) {
          for (const { kind } of effects) {
            if (!['reset', 'catch-up', 'restore', 'skip'].includes(kind)) continue
            expect(event.kind).toBe('answered')
            expect(before.question?.kind).toBe(kind)
          }
        }
      }),
    )
  })
})

describe('the screen', () => {
  test('asks one question at a time, and nothing after the end', () => {
    fc.assert(
      fc.property(days, (moments) => {
        let asked = 0
        for (const { event, before, effects } of lived(moments).log) {
          expect(before.isOver ? effects : []).toEqual([])
          if (event.kind === 'answered') asked -= 1
          asked += effects.filter(({ kind }) => kind === 'ask').length
          expect(asked).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('fits a terminal of any size', () => {
    const sizes = fc.record({
      columns: fc.integer({ min: 20, max: 200 }),
      rows: fc.integer({ min: 1, max: 60 }),
      color: fc.constant(false),
    })
    fc.assert(
      fc.property(days, sizes, (moments, size) => {
        const { lines } = frameOf(lived(moments).state, size)
        expect(lines.length).toBeLessThanOrEqual(size.rows)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(size.columns)
      }),
    )
  })
})

describe('a success', () => {
  const passed = aCheck('quorum', true)

  test('stays on the screen until a key is pressed', () => {
    const { state } = step(aState({ running: 'quorum' }), {
      kind: 'checked',
      slug: 'quorum',
      checked: passed,
    })
    expect(state).toMatchObject({ slug: 'quorum', last: passed, running: null })
  })

  test('that is not there is not skipped by n', () => {
    const { state, effects } = step(aState(), { kind: 'action', action: 'next' })
    expect(state.note).toBe('"quorum" is not done yet. To leave it for later press s, to skip.')
    expect(effects).toEqual([])
  })
})

describe('a verdict', () => {
  test('does not push away what somebody began to read meanwhile', () => {
    const reading = step(aState({ running: 'quorum' }), {
      kind: 'action',
      action: 'progress',
    }).state
    const checked = aCheck('quorum', false)
    const { state } = step(reading, { kind: 'checked', slug: 'quorum', checked })
    expect(state.view.kind).toBe('progress')
    expect(state.note).toBe('Checked meanwhile: Esc shows it.')
    expect(step(state, { kind: 'action', action: 'back' }).state.view.kind).toBe('verdict')
  })

  test('of an exercise that was left is not shown for the one that is open', () => {
    const { state, effects } = step(aState({ running: 'hash-ring', isDue: true }), {
      kind: 'checked',
      slug: 'hash-ring',
      checked: aCheck('hash-ring', true),
    })
    expect(state.last).toBeNull()
    expect(effects).toEqual([{ kind: 'check', slug: 'quorum' }])
  })
})
